import type { Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { requireNotBanned, takeOver } from "#core/moderation/decisions/take-over.ts";
import { takeOverBlocks } from "#core/peers/blocks/take-over-blocks.ts";
import { checkedPseudonym } from "./pseudonym.ts";

export interface NewAccount {
  readonly communityId: string;
  readonly platform: string;
  readonly externalKey: string;
  readonly externalId: string;
  readonly spaceId: string;
  /** The name that others see here. */
  readonly pseudonym: string;
  /** Absent: a member who may do nothing yet. */
  readonly role?: Role;
  readonly now: Date;
}

/** Makes a member of an account, inside the caller's transaction. Refuses already_linked, barred and name_taken. */
export async function registerAccount(
  tx: Tx,
  core: Core,
  account: NewAccount,
): Promise<{ memberId: string }> {
  const { communityId, platform, externalKey, externalId, spaceId, role, now } = account;
  const pseudonym = checkedPseudonym(account.pseudonym);
  if ((await tx.account.count({ where: { communityId, platform, externalKey } })) > 0)
    throw refuse("already_linked", { what: "account" });
  await requireNotBanned(tx, { accountKey: externalKey, now });
  if ((await tx.member.count({ where: { communityId, pseudonym } })) > 0)
    throw refuse("name_taken", { name: pseudonym });
  const memberId = core.newId();
  const accountId = core.newId();
  await tx.member.create({
    data: {
      id: memberId,
      communityId,
      pseudonym,
      createdAt: now,
      ...(role === undefined ? {} : { roles: { create: { role, createdAt: now } } }),
    },
  });
  await core.vault.createKey(tx, { memberId }, now);
  const place = { table: "Account", column: "externalIdSealed", row: accountId };
  await tx.account.create({
    data: {
      id: accountId,
      communityId,
      memberId,
      platform,
      externalKey,
      externalIdSealed: await core.vault.seal(tx, { memberId }, place, externalId),
      spaceId,
      createdAt: now,
    },
  });
  await takeOver(tx, core, { accountKey: externalKey, memberId, now });
  await takeOverBlocks(tx, { communityId, accountKey: externalKey, memberId });
  return { memberId };
}
