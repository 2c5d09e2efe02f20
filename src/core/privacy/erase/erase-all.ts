import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { newCode } from "#core/members/token.ts";
import { sealReceiptCode } from "../receipt-code.ts";
import type { Counted, Counts, Erasing, OwnAccount } from "./erasing.ts";
import { isBound } from "./remainder.ts";
import { ROOMS } from "./rooms.ts";

/** Whose wish it was: the member's own, two people's of the team, or the ledger's after a backup brought them back. */
export type Wish = "member" | "team" | "restore";

export interface Erased {
  readonly receiptId: string;
  /** Shows the receipt again, to whoever has it. */
  readonly code: string;
  readonly counts: Counts;
  /** A scrambled mark of the account stays for a while. */
  readonly bound: boolean;
}

/** Whatever a platform does not do by then is left to the admins, and the last key goes all the same. */
const ENDS_MS = 24 * 3_600_000;

const accountPlace = (row: string) => ({ table: "Account", column: "externalIdSealed", row });

async function openAccounts(tx: Tx, { vault }: Core, memberId: string): Promise<OwnAccount[]> {
  const rows = await tx.account.findMany({ where: { memberId } });
  const accounts: OwnAccount[] = [];
  for (const { id, platform, externalKey, externalIdSealed } of rows)
    accounts.push({
      id,
      platform,
      externalKey,
      externalId: await vault.open(tx, { memberId }, accountPlace(id), externalIdSealed),
    });
  return accounts;
}

/**
 * The key that sealed everything they wrote is destroyed here and now, also in what a disk still holds. A new one seals only where
 * the receipt goes to and its code; it lives until that was sent, a day at the most.
 */
async function changeKey({ tx, core, memberId, accounts, now }: Erasing): Promise<void> {
  await core.vault.forget(tx, { memberId });
  await core.vault.createKey(tx, { memberId }, now);
  for (const { id, externalId } of accounts)
    await tx.account.update({
      where: { id },
      data: {
        externalIdSealed: await core.vault.seal(tx, { memberId }, accountPlace(id), externalId),
      },
    });
}

/** Without an admin nobody could run the community any more. */
async function requireAnotherAdmin(
  tx: Tx,
  { memberId, communityId }: { memberId: string; communityId: string },
): Promise<void> {
  const admins = await tx.member.findMany({
    where: { communityId, state: "active", roles: { some: { role: "admin" } } },
    select: { id: true },
  });
  if (admins.length === 1 && admins[0]?.id === memberId) throw refuse("last_admin", {});
}

const sum = (all: readonly Counts[]): Counts => {
  const total: Partial<Record<Counted, number>> = {};
  for (const counts of all)
    for (const [what, count] of Object.entries(counts) as [Counted, number][])
      total[what] = (total[what] ?? 0) + count;
  return total;
};

/**
 * Erases a member in the caller's transaction; who may, is settled before. What stands on platforms is removed by the outbox after
 * it, then the receipt is sent, then the last of it goes (end-erasures.ts). Undefined for whom it was done to already. Refuses
 * last_admin.
 */
export async function eraseAll(
  tx: Tx,
  core: Core,
  { memberId, wish, by, now }: { memberId: string; wish: Wish; by: string; now: Date },
): Promise<Erased | undefined> {
  await holdMember(tx, memberId);
  const { state, communityId, pseudonym } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
  if (state === "erased") return undefined;
  if (wish !== "restore") await requireAnotherAdmin(tx, { memberId, communityId });
  const accounts = await openAccounts(tx, core, memberId);
  const erasing: Erasing = { tx, core, communityId, memberId, pseudonym, accounts, now };
  const each: Counts[] = [];
  for (const room of ROOMS) each.push(await room(erasing));
  await changeKey(erasing);
  const counts = sum(each);
  const receiptId = core.newId();
  const code = newCode(core);
  await tx.erasureReceipt.create({
    data: {
      id: receiptId,
      communityId,
      memberId,
      wish,
      counts: JSON.stringify({ erased: counts, places: [] }),
      codeKey: code.key,
      codeSealed: await sealReceiptCode(tx, core, { receiptId, memberId }, code.text),
      startedAt: now,
      endsBy: new Date(now.getTime() + ENDS_MS),
    },
  });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: by,
    verb: "member.erased",
    subject: memberId,
    detail: { receiptId, wish },
  });
  return { receiptId, code: code.text, counts, bound: await isBound(tx, memberId) };
}
