import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { PolicyChangeCard } from "./policy-card.ts";
import { openFiles, PACK_STATES } from "./policy-pack.ts";

/** Subject: `<packId>:<communityId>`. Each team reads names of its own people only. */
export async function loadPolicyCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<PolicyChangeCard | undefined> {
  const [packId = "", communityId = ""] = subjectId.split(":");
  const pack = await tx.policyPack.findUnique({ where: { id: packId } });
  if (pack === null) return undefined;
  const { proposedById, approvedById, confirmBy } = pack;
  const isTheirs = pack.communityId === communityId;
  const ids = [proposedById, approvedById].filter((id) => id !== null);
  const people = await tx.member.findMany({ where: { id: { in: ids } } });
  const nameOf = (id: string) => people.find((one) => one.id === id)?.pseudonym ?? "somebody who left";
  const { name } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
  const proposal = isTheirs
    ? await tx.proposal.findFirst({ where: { targetId: packId, act: "policy.confirm", state: "open" } })
    : null;
  return {
    kind: "policy-change",
    community: name,
    changes: (await openFiles(tx, core, pack)).changes,
    state: PACK_STATES.find((known) => known === pack.state) ?? "lapsed",
    by: isTheirs ? ids.map(nameOf) : undefined,
    until: pack.state === "emergency" ? (confirmBy ?? undefined) : undefined,
    proposalId: proposal?.id,
  };
}
