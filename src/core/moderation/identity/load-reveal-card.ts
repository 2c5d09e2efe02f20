import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { SAVE_MS } from "#core/privacy/save-export.ts";
import { openAboutMember } from "#core/proposals/about-member.ts";
import type { RevealCard } from "./reveal-card.ts";
import { LOOK_MS } from "./show-identity.ts";

const SEEN = {
  "identity.reveal": { what: "account", lastsMs: LOOK_MS },
  "member.export": { what: "export", lastsMs: SAVE_MS },
} as const;

/** Subject: `member:<proposalId>` or `team:<proposalId>`. */
export async function loadRevealCard(tx: Tx, core: Core, subjectId: string): Promise<RevealCard | undefined> {
  const [whom, proposalId = ""] = subjectId.split(":");
  const proposal = await tx.proposal.findUnique({ where: { id: proposalId } });
  if (proposal === null || proposal.decidedAt === null) return undefined;
  const seen = Object.entries(SEEN).find(([act]) => act === proposal.act)?.[1];
  if (seen === undefined) return undefined;
  const { communityId, proposerId, approverId, subjectId: memberId, decidedAt } = proposal;
  const ids = [proposerId, approverId ?? "", memberId];
  const people = await tx.member.findMany({ where: { id: { in: ids } } });
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.pseudonym ?? "somebody who left";
  const { name } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
  return {
    kind: "reveal",
    what: seen.what,
    community: name,
    person: whom === "team" ? nameOf(memberId) : undefined,
    by: [nameOf(proposerId), nameOf(approverId)],
    reason: (await openAboutMember(tx, core, proposal)).reason,
    until: new Date(decidedAt.getTime() + seen.lastsMs),
  };
}
