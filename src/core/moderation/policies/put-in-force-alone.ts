import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { propose } from "#core/proposals/propose.ts";
import { endEmergency } from "./end-emergency.ts";
import { changeHash, countsOf, type Proposing } from "./policy-change.ts";
import { sealFiles, witnessOf } from "./policy-pack.ts";
import { tellTeams } from "./tell.ts";

const DAY_MS = 24 * 3_600_000;
/** How long one person's rules hold. */
const ALONE_MS = DAY_MS;
/** So long after theirs lapsed, the same person cannot put others in force alone. */
const REST_MS = 7 * DAY_MS;

/** One at a time; one that is over and that the clock has not come to yet is ended first. */
async function requireNone(tx: Tx, core: Core, now: Date): Promise<void> {
  const other = await tx.policyPack.findUnique({ where: { slot: "emergency" } });
  if (other === null) return;
  if (other.confirmBy !== null && other.confirmBy > now)
    throw refuse("policy_emergency", { until: other.confirmBy });
  await endEmergency(tx, core, { pack: other, event: "lapse", by: null, now });
}

/** A day after a day after a day is for good: after a lapse it takes a second person, or a week. */
async function requireRested(tx: Tx, memberId: string, now: Date): Promise<void> {
  const lapsed = await tx.policyPack.findFirst({
    where: {
      state: "lapsed",
      proposedById: memberId,
      endedAt: { gt: new Date(now.getTime() - REST_MS) },
    },
    orderBy: { endedAt: "desc" },
  });
  if (lapsed?.endedAt == null) return;
  const agreed = await tx.policyPack.count({
    where: { approvedById: { not: null }, inForceAt: { gte: lapsed.endedAt } },
  });
  if (agreed === 0) throw refuse("policy_alone", { until: new Date(lapsed.endedAt.getTime() + REST_MS) });
}

/**
 * An emergency, such as a raid at night: one person's files hold at once, over those that two agreed to, which are back after a
 * day unless a second person confirms. Refuses policy_emergency, policy_alone.
 */
export async function putInForceAlone(
  tx: Tx,
  core: Core,
  { actor, change, now }: Proposing,
): Promise<{ proposalId: string; expiresAt: Date }> {
  const { communityId, memberId: proposerId } = actor;
  await requireNone(tx, core, now);
  await requireRested(tx, proposerId, now);
  const id = core.newId();
  const confirmBy = new Date(now.getTime() + ALONE_MS);
  const facts = { id, communityId, adopted: false, proposedById: proposerId, approvedById: null, confirmBy };
  const pack = { files: change.files, changes: change.changes };
  await tx.policyPack.create({
    data: {
      ...facts,
      state: "emergency",
      slot: "emergency",
      filesSealed: await sealFiles(tx, core, id, pack),
      witness: witnessOf(core, facts, pack),
      inForceAt: now,
    },
  });
  const about = { communityId, act: "policy.confirm", targetId: id, proposerId } as const;
  const proposalId = await propose(tx, core, {
    ...about,
    subjectId: id,
    content: JSON.stringify(change),
    contentHash: changeHash(core, about, change),
    expiresAt: confirmBy,
    now,
  });
  await tellTeams(tx, core, { packId: id, at: now, op: "post" });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: proposerId,
    verb: "policy.put-in-force-alone",
    subject: id,
    detail: { proposalId, ...countsOf(change) },
  });
  return { proposalId, expiresAt: confirmBy };
}
