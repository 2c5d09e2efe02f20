import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { spaceKey } from "#core/foundation/vault/index-keys.ts";
import type { Messenger, Person, Restraint } from "#core/messenger.ts";
import { openOutsider } from "#core/moderation/cases/open-case.ts";
import { tellOfRestraint, wasRefused } from "#core/moderation/decisions/refused-restraints.ts";
import { restraintOf } from "#core/moderation/decisions/restraint.ts";
import { FactsUnreadable } from "./load-facts.ts";
import type { DeliveryRow } from "./pick.ts";
import { Fenced, hold, settle } from "./settle.ts";

interface Found {
  readonly person: Person;
  readonly restraint: Restraint;
}

/** Our channels in a space, in the platform's own ids, and the space itself. */
async function placesIn(tx: Tx, { vault }: Pick<Core, "vault">, spaceId: string) {
  const space = await tx.space.findUnique({ where: { id: spaceId }, include: { channels: true } });
  if (space === null) return undefined;
  const owner = { communityId: space.communityId };
  const open = (table: string, row: string, sealed: Uint8Array) =>
    vault.open(tx, owner, { table, column: "externalIdSealed", row }, sealed);
  const channelIds: string[] = [];
  for (const { id, externalIdSealed } of space.channels)
    channelIds.push(await open("Channel", id, externalIdSealed));
  return { spaceId: await open("Space", space.id, space.externalIdSealed), channelIds };
}

async function accountOf(tx: Tx, core: Core, row: DeliveryRow, now: Date): Promise<Found | undefined> {
  const account = await tx.account.findUnique({ where: { id: row.targetId } });
  if (account === null || account.spaceId === null) return undefined;
  const { memberId, spaceId, externalIdSealed } = account;
  const places = await placesIn(tx, core, spaceId);
  if (places === undefined) return undefined;
  const place = { table: "Account", column: "externalIdSealed", row: account.id };
  const accountId = await core.vault.open(tx, { memberId }, place, externalIdSealed);
  return {
    person: { ...places, accountId },
    restraint: await restraintOf(tx, { subjectMemberId: memberId }, now),
  };
}

/** Somebody who is no member here, by the case about them. */
async function outsiderOf(tx: Tx, core: Core, row: DeliveryRow, now: Date): Promise<Found | undefined> {
  const about = await tx.case.findUnique({ where: { id: row.targetId } });
  const outsider = about === null ? undefined : await openOutsider(tx, core, about);
  if (about === null || outsider === undefined || about.accountKey === null) return undefined;
  const { platform, spaceId, accountId } = outsider;
  const externalKey = spaceKey(core, platform, spaceId);
  const space = await tx.space.findUnique({ where: { platform_externalKey: { platform, externalKey } } });
  const places = space?.communityId === about.communityId ? await placesIn(tx, core, space.id) : undefined;
  return {
    person: { spaceId, accountId, channelIds: places?.channelIds ?? [] },
    restraint: await restraintOf(tx, { case: { accountKey: about.accountKey } }, now),
  };
}

/** What somebody may do is read at the moment of sending, so that of two decisions the one that stands wins. */
async function readRestraint(core: Core, row: DeliveryRow): Promise<Found | undefined> {
  try {
    return await core.tx(async (tx, now) => {
      await hold(tx, core, row, now);
      return (row.targetKind === "outsider" ? outsiderOf : accountOf)(tx, core, row, now);
    });
  } catch (error) {
    throw error instanceof Fenced ? error : new FactsUnreadable(error);
  }
}

/** Makes an account what its member is now; where that was refused before, the moderators learn that it is done. Throws DeliveryFailure, Fenced or FactsUnreadable. */
export async function restrain(core: Core, messenger: Messenger, row: DeliveryRow): Promise<void> {
  const found = await readRestraint(core, row);
  if (found === undefined) {
    await core.tx((tx, now) => settle(tx, row, now, { state: "dropped", trouble: "nowhere" }));
    return;
  }
  await messenger.restrain(found.person, found.restraint);
  await core.tx(async (tx, now) => {
    await settle(tx, row, now, { state: "done" });
    if (await wasRefused(tx, row)) await tellOfRestraint(tx, core, row, now);
  });
  core.wake();
}
