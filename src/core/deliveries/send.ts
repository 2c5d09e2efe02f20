import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import {
  type Card,
  DeliveryFailure,
  type Destination,
  type MessageRef,
  type Messenger,
} from "#core/messenger.ts";
import { renewTakenBack } from "#core/questions/renew-taken-back.ts";
import { letOut } from "./let-out.ts";
import type { LoadCard } from "./load-card.ts";
import { cardOf, type Facts, loadFacts, type Standing } from "./load-facts.ts";
import { keepPairThread } from "./pair-destination.ts";
import type { DeliveryRow } from "./pick.ts";
import { restrain } from "./restrain.ts";
import { Fenced, type Settlement, settle, takesAway } from "./settle.ts";
import { keepForInbox } from "./settle-failure.ts";

/** Records where a part stands, and renews the lease or ends the delivery, in one commit behind the fence. */
export async function recordPart(
  core: Core,
  row: DeliveryRow,
  { part, ref, to, last }: { part: number; ref: MessageRef; to: Destination; last: boolean },
): Promise<void> {
  await core.sharedTx(async (tx, now) => {
    const lease = core.config.timing.sendLeaseMs;
    await settle(tx, row, now, last ? { state: "done" } : { state: "sending", inMs: lease });
    if (!last)
      await tx.delivery.updateMany({ where: { id: row.id }, data: { triedAtMs: BigInt(now.getTime()) } });
    const owner = { communityId: row.communityId };
    // The row of a copy that was removed is used again: a card has one row per part.
    const same = { ...cardOf(row), part };
    const former = await tx.copy.findUnique({
      where: { kind_subjectId_platform_targetKind_targetId_part: same },
      select: { id: true },
    });
    const id = former?.id ?? core.newId();
    const place = (column: string) => ({ table: "Copy", column, row: id });
    const stands = {
      place: ref.place,
      channelSealed: await core.vault.seal(tx, owner, place("channelSealed"), ref.channelId),
      messageSealed: await core.vault.seal(tx, owner, place("messageSealed"), ref.messageId),
      messageKey: messageKey(core, row.platform, ref.channelId, ref.messageId),
      postedAtMs: BigInt(now.getTime()),
      removedAtMs: null,
    };
    if (former === null)
      await tx.copy.create({ data: { id, communityId: row.communityId, ...same, ...stands } });
    else await tx.copy.update({ where: { id }, data: stands });
    if (to.kind === "private-thread" && to.threadId === undefined)
      await keepThread(tx, core, row, ref.channelId);
    if (to.kind === "shared-thread" && to.threadId === undefined)
      await keepPairThread(tx, core, row, ref.channelId);
  });
}

async function keepThread(tx: Tx, core: Core, row: DeliveryRow, threadId: string): Promise<void> {
  const account = await tx.account.findFirst({ where: { memberId: row.targetId, platform: row.platform } });
  if (account === null) return;
  const place = { table: "Account", column: "threadSealed", row: account.id };
  const threadSealed = await core.vault.seal(tx, { memberId: account.memberId }, place, threadId);
  await tx.account.update({ where: { id: account.id }, data: { threadSealed } });
}

export function partKey(core: Pick<Core, "vault">, row: DeliveryRow, part: number): string {
  return core.vault.opaqueKey(`${row.id}/${part}`);
}

async function post(
  core: Core,
  messenger: Messenger,
  row: DeliveryRow,
  facts: Facts & { card: Card; to: Destination },
): Promise<void> {
  const parts = messenger.parts(facts.card);
  for (let part = facts.standing.length; part < parts; part += 1) {
    const ref = await messenger.post(facts.to, facts.card, part, partKey(core, row, part));
    try {
      await recordPart(core, row, { part, ref, to: facts.to, last: part === parts - 1 });
    } catch (error) {
      if (error instanceof Fenced) await removeOwnDouble(core, messenger, row, part, ref);
      throw error;
    }
  }
  if (facts.standing.length >= parts) await core.tx((tx, now) => settle(tx, row, now, { state: "done" }));
}

/** Paused while posting, so that another worker has said it too: when theirs is on record, ours goes. */
async function removeOwnDouble(
  core: Core,
  messenger: Messenger,
  row: DeliveryRow,
  part: number,
  ref: MessageRef,
): Promise<void> {
  const theirs = await core.db.copy.findFirst({ where: { ...cardOf(row), part, removedAtMs: null } });
  if (theirs === null) return;
  if (theirs.messageKey === messageKey(core, row.platform, ref.channelId, ref.messageId)) return;
  await messenger.remove(ref);
  core.log.warn("delivery.double_removed", { delivery: row.id, kind: row.kind });
}

/** Last part first, so that after a crash those that stand are still the first ones. */
export async function removeCopies(
  core: Core,
  messenger: Messenger,
  copies: readonly Standing[],
): Promise<void> {
  for (const { id, ref } of copies.toReversed()) {
    await messenger.remove(ref);
    await core.tx(async (tx, now) => {
      await tx.copy.update({ where: { id }, data: { removedAtMs: BigInt(now.getTime()) } });
    });
  }
}

/** Ends a delivery; one that took something away also brings the receipt of that up to date. */
async function finish(core: Core, row: DeliveryRow, end: Settlement): Promise<void> {
  const away = takesAway(row);
  await core.tx(async (tx, now) => {
    await settle(tx, row, now, end);
    if (away) await renewTakenBack(tx, core, { conversation: row.conversation, at: now });
  });
  if (away) core.wake();
}

/** Replaces the parts that stand, posts what the card has more, removes what it has fewer. */
async function edit(
  core: Core,
  messenger: Messenger,
  row: DeliveryRow,
  facts: Facts & { card: Card },
): Promise<void> {
  const parts = messenger.parts(facts.card);
  for (const { part, ref } of facts.standing.slice(0, parts))
    await messenger.edit(ref, facts.card, part, partKey(core, row, part));
  await removeCopies(core, messenger, facts.standing.slice(parts));
  if (facts.standing.length < parts && facts.to !== undefined)
    await post(core, messenger, row, { ...facts, card: facts.card, to: facts.to });
  else await finish(core, row, { state: "done" });
}

/**
 * A card that never stood, or was deleted by somebody, and is needed again: a question's that was not taken back, and an answer's
 * on the shelf, which an edit puts there too.
 */
export function isMissed(card: Card): boolean {
  if (card.kind === "shelf-answer") return true;
  return card.kind === "triage" && card.text !== undefined;
}

/** Does what one picked delivery asks for, by the facts as they are now. Throws DeliveryFailure or Fenced. */
export async function send(
  core: Core,
  messenger: Messenger,
  row: DeliveryRow,
  load: LoadCard,
): Promise<void> {
  if (row.op === "restrain")
    return row.kind === "seat" ? letOut(core, messenger, row) : restrain(core, messenger, row);
  const facts = await loadFacts(core, row, load);
  const { card, to, standing } = facts;
  const drop = (trouble: string) => finish(core, row, { state: "dropped", trouble });
  if (row.op === "remove") {
    if (standing.length === 0) return drop("never-posted");
    await removeCopies(core, messenger, standing);
    await finish(core, row, { state: "done" });
    return;
  }
  if (facts.overtaken && (row.op === "edit" || standing.length === 0)) return drop("overtaken");
  if (card === undefined) {
    if (row.op === "post") await removeCopies(core, messenger, standing);
    return drop("nothing-to-say");
  }
  if (row.op === "edit" && standing.length > 0) return edit(core, messenger, row, { ...facts, card });
  if (row.op === "edit" && !isMissed(card)) return drop("never-posted");
  if (facts.skip === "inbox") {
    await core.tx((tx, now) => keepForInbox(tx, core, row, now));
    core.wake();
    return;
  }
  if (to === undefined) {
    // A member who left has nobody to be told; a channel or a thread that is missing is told to the author.
    if (row.targetKind !== "member") throw new DeliveryFailure({ why: "closed" });
    return drop(facts.skip ?? "nowhere");
  }
  await post(core, messenger, row, { ...facts, card, to });
}
