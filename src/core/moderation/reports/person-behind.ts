import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import type { Outsider } from "../cases/case.ts";

/** The member behind an account, or the account where nobody is known by it. */
export async function personBehind(
  tx: Tx,
  core: Core,
  { communityId, platform, spaceId, accountId }: { readonly communityId: string } & Outsider,
) {
  const externalKey = accountKey(core, communityId, platform, accountId);
  const account = await tx.account.findUnique({
    where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
    include: { member: true },
  });
  if (account === null) return { externalKey, who: { outsider: { platform, spaceId, accountId } } } as const;
  const { id: memberId, pseudonym } = account.member;
  return { externalKey, who: { memberId }, pseudonym } as const;
}
