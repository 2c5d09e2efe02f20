import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Known, sealedKnown } from "./known.ts";

export interface MyBlock {
  readonly blockId: string;
  readonly known: Known;
  readonly since: Date;
}

/** Whom a member has blocked, newest first, as they know them. */
export async function myBlocks(core: Core, { actor }: { actor: Actor }): Promise<readonly MyBlock[]> {
  authorise(actor, "peers.block");
  const { memberId: blockerId } = actor;
  return core.tx(async (tx) => {
    const rows = await tx.block.findMany({
      where: { blockerId, endedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    const sealed = rows.map(({ id, knownSealed }) => sealedKnown({ blockId: id, blockerId }, knownSealed));
    const opened = await core.vault.openEach(tx, sealed);
    return rows.flatMap(({ id: blockId, createdAt: since }, at) => {
      const one = opened[at];
      if (one === undefined || !("text" in one)) return [];
      return [{ blockId, known: JSON.parse(one.text) as Known, since }];
    });
  });
}
