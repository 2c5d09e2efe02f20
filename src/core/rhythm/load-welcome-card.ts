import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { WelcomeCard } from "./cards.ts";

export async function loadWelcomeCard(
  tx: Tx,
  _core: Core,
  memberId: string,
): Promise<WelcomeCard | undefined> {
  const member = await tx.member.findUnique({ where: { id: memberId }, include: { community: true } });
  if (member === null || member.state !== "active") return undefined;
  const { communityId, community } = member;
  const rhythm = await tx.rhythm.findUnique({ where: { memberId } });
  return {
    kind: "welcome",
    communityId,
    community: community.name,
    offersDigest: community.digests === "on" && rhythm?.digest !== "on",
  };
}
