import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { addBlock } from "./add-block.ts";

interface BlockAccount {
  readonly actor: Actor;
  /** The account that was seen, in its platform's own id. */
  readonly person: { readonly platform: string; readonly accountId: string };
}

/**
 * Blocks whoever is behind an account, by whichever account they come; what is seen is the same whether they are a member or not.
 * For somebody who has not joined it waits for them. Refuses too_many, and invalid_input for oneself.
 */
export async function blockAccount(core: Core, { actor, person }: BlockAccount): Promise<void> {
  authorise(actor, "peers.block");
  const { communityId } = actor;
  const { platform, accountId } = person;
  const externalKey = accountKey(core, communityId, platform, accountId);
  await core.tx(async (tx, now) => {
    const account = await tx.account.findUnique({
      where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
    });
    const blocked = account === null ? { blockedKey: externalKey } : { blockedId: account.memberId };
    await addBlock(tx, core, { actor, blocked, known: { platform, accountId }, now });
  });
  core.wake();
}
