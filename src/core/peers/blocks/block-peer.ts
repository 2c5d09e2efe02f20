import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { ownPair } from "../pairs/own-pair.ts";
import { addBlock } from "./add-block.ts";

/** Blocks the other of a pair that met, also after it has ended. Refuses not_found, too_many, and pair_over where they never met. */
export async function blockPeer(
  core: Core,
  { actor, pairId }: { actor: Actor; pairId: string },
): Promise<void> {
  authorise(actor, "peers.block");
  await core.tx(async (tx, now) => {
    const { pair, other } = await ownPair(tx, actor, pairId);
    if (pair.togetherAt === null) throw refuse("pair_over", {});
    const { memberId: blockedId } = other;
    const { pseudonym: name } = await tx.member.findUniqueOrThrow({ where: { id: blockedId } });
    await addBlock(tx, core, { actor, blocked: { blockedId }, known: { name }, now });
  });
  core.wake();
}
