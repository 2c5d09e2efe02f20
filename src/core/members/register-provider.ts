import type { Actor, Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { checkedPseudonym } from "./pseudonym.ts";
import { registerAccount } from "./register-account.ts";
import { typedCodeKey } from "./token.ts";

export type ProviderRole = Extract<Role, "provider" | "lead" | "trainee">;

/**
 * Uses up a code and makes an applicant of its account, inside the transaction that records the credential. Refuses not_found,
 * code_expired, name_taken, and already_linked when the account joined after it asked for the code.
 */
export async function registerProvider(
  tx: Tx,
  core: Core,
  { actor, code, pseudonym, now }: { actor: Actor; code: string; pseudonym: string; now: Date },
): Promise<{ memberId: string }> {
  const { communityId } = actor;
  const name = checkedPseudonym(pseudonym);
  const found = await tx.linkCode.findUnique({ where: { codeKey: typedCodeKey(core, code) } });
  if (found === null || found.communityId !== communityId) throw refuse("not_found", { what: "code" });
  if (found.expiresAt <= now) throw refuse("code_expired", {});
  const { count } = await tx.linkCode.updateMany({
    where: { id: found.id, usedAt: null },
    data: { usedAt: now },
  });
  if (count === 0) throw refuse("code_expired", {});
  const { id, platform, externalKey, spaceId } = found;
  const sealed = { table: "LinkCode", column: "externalIdSealed", row: id };
  const externalId = await core.vault.open(tx, { communityId }, sealed, found.externalIdSealed);
  const account = {
    communityId,
    platform,
    externalKey,
    externalId,
    spaceId,
    pseudonym: name,
    role: "applicant",
    now,
  } as const;
  return registerAccount(tx, core, account);
}
