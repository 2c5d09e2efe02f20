import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ReadProposal } from "#core/proposals/acts.ts";
import { policiesWith } from "#core/screening/policies/load-policies.ts";
import { baseNow } from "./base.ts";
import { endEmergency } from "./end-emergency.ts";
import { changeHash, countsOf, openChange } from "./policy-change.ts";
import { nextPackState, openFiles, sealFiles, witnessOf } from "./policy-pack.ts";
import { holdInForce, readInForce } from "./read-in-force.ts";
import { requireMay } from "./require-may.ts";
import { tellTeams } from "./tell.ts";

type Approved = ReadProposal & { readonly approverId: string };

/**
 * What is agreed to are these files, in place of those that hold: what was changed behind the proposal's back is refused, and so
 * is what was proposed on other rules than hold now. Refuses content_changed.
 */
export async function requireSameChange(
  tx: Tx,
  core: Core,
  proposal: ReadProposal,
  now: Date,
): Promise<void> {
  const change = await openChange(tx, core, proposal);
  const base = await baseNow(tx, core, now);
  const same =
    changeHash(core, proposal, change) === proposal.contentHash &&
    change.base.packId === base.packId &&
    change.base.shipped === base.shipped;
  if (!same) throw refuse("content_changed", {});
}

/** The same for what holds already: the files that it put in force are those that were proposed. Refuses content_changed. */
export async function requireSameEmergency(tx: Tx, core: Core, proposal: ReadProposal): Promise<void> {
  const change = await openChange(tx, core, proposal);
  const emergency = (await readInForce(tx, core))?.emergency;
  const same =
    changeHash(core, proposal, change) === proposal.contentHash &&
    emergency?.id === proposal.targetId &&
    emergency.proposedById === proposal.proposerId &&
    JSON.stringify(emergency.files) === JSON.stringify(change.files);
  if (!same) throw refuse("content_changed", {});
}

/** What held by two people's word makes room for the next. */
async function replaceAgreed(tx: Tx, now: Date): Promise<void> {
  await tx.policyPack.updateMany({
    where: { slot: "in-force" },
    data: { state: nextPackState("in-force", "replace") ?? "replaced", slot: null, endedAt: now },
  });
}

/**
 * The second person's yes to a change, in the transaction that approves the proposal: the files hold from now on, in every process
 * within a second or so. An emergency that they were proposed on is over. Refuses not_allowed, content_changed.
 */
export async function putInForce(tx: Tx, core: Core, proposal: Approved, now: Date): Promise<void> {
  const { communityId, proposerId, approverId, targetId: id } = proposal;
  await requireMay(tx, { memberId: approverId, verb: "policy.approve" });
  const change = await openChange(tx, core, proposal);
  // One who put files in force alone since this was read was first: theirs are not what this was proposed on.
  await holdInForce(tx);
  if ((await baseNow(tx, core, now)).packId !== change.base.packId) throw refuse("content_changed", {});
  // Examples and phrases were checked when it was proposed, on the same default rules.
  policiesWith(change.files, { sure: true });
  const emergency = await tx.policyPack.findUnique({ where: { slot: "emergency" } });
  if (emergency !== null)
    await endEmergency(tx, core, { pack: emergency, event: "replace", by: approverId, now });
  await replaceAgreed(tx, now);
  const people = { proposedById: proposerId, approvedById: approverId };
  const facts = { id, communityId, adopted: false, ...people, confirmBy: null };
  const pack = { files: change.files, changes: change.changes };
  await tx.policyPack.create({
    data: {
      ...facts,
      state: "in-force",
      slot: "in-force",
      filesSealed: await sealFiles(tx, core, id, pack),
      witness: witnessOf(core, facts, pack),
      inForceAt: now,
    },
  });
  await tellTeams(tx, core, { packId: id, at: now, op: "post" });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: approverId,
    verb: "policy.changed",
    subject: id,
    detail: { proposalId: proposal.id, ...countsOf(change) },
  });
}

/** The second person's yes to what one put in force: it holds for good, and the former files are replaced. */
export async function confirmEmergency(tx: Tx, core: Core, proposal: Approved, now: Date): Promise<void> {
  const { targetId: id, approverId } = proposal;
  await requireMay(tx, { memberId: approverId, verb: "policy.approve" });
  const row = await tx.policyPack.findUniqueOrThrow({ where: { id } });
  const pack = await openFiles(tx, core, row);
  await replaceAgreed(tx, now);
  const agreed = { approvedById: approverId, confirmBy: null };
  const { count } = await tx.policyPack.updateMany({
    where: { id, state: "emergency", confirmBy: { gt: now } },
    data: {
      ...agreed,
      state: "in-force",
      slot: "in-force",
      witness: witnessOf(core, { ...row, ...agreed }, pack),
    },
  });
  if (count === 0) throw refuse("proposal_closed", { state: "expired" });
  await tellTeams(tx, core, { packId: id, at: now, op: "edit" });
  await record(tx, {
    at: now.getTime(),
    communityId: proposal.communityId,
    actor: approverId,
    verb: "policy.confirmed",
    subject: id,
    detail: { proposalId: proposal.id },
  });
}
