import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ownTypesIn } from "./found-in-post.ts";
import type { OwnDetailsCard } from "./own-details-card.ts";

/** Subject: a member, and what was seen of them. */
export async function loadOwnDetailsCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<OwnDetailsCard | undefined> {
  const [memberId = "", types = ""] = subjectId.split(":");
  const member = await tx.member.findUnique({ where: { id: memberId }, include: { community: true } });
  if (member === null) return undefined;
  return {
    kind: "own-details",
    community: member.community.name,
    types: ownTypesIn(types.split("+")),
  };
}
