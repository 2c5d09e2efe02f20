import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { propose } from "#core/proposals/propose.ts";
import { checkExamples } from "#core/screening/policies/check-examples.ts";
import { policiesWith } from "#core/screening/policies/load-policies.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import { adoptPolicies } from "./adopt-policies.ts";
import { baseNow, isKnown } from "./base.ts";
import {
  type Base,
  changedRules,
  changeHash,
  countsOf,
  type PolicyChange,
  type Proposing,
  type ReadChange,
  readChange,
} from "./policy-change.ts";
import { putInForceAlone } from "./put-in-force-alone.ts";
import { changedByHand, holdInForce } from "./read-in-force.ts";
import { requireMay } from "./require-may.ts";
import { weakenedRules } from "./weakened-rules.ts";

const MOST_FILES = 50;
const MOST_LETTERS = 500_000;

export interface ProposePolicies {
  readonly actor: Actor;
  /** All own files as they are to be; a file that is left out is taken away. */
  readonly files: readonly PackSource[];
  /** In force now, and over after a day unless a second person agrees. */
  readonly atOnce?: boolean;
}

export interface ProposedPolicies {
  /** Undefined where nothing would change. */
  readonly proposalId: string | undefined;
  readonly expiresAt: Date | undefined;
  readonly change: ReadChange;
}

const byName = (one: PackSource, other: PackSource) => (one.file < other.file ? -1 : 1);

/** Which files would stand there, in order. Refuses too many, and a name that is there twice. */
function checkedFiles(files: readonly PackSource[]): PackSource[] {
  const sorted = files.map(({ file, source }) => ({ file, source })).sort(byName);
  const letters = sorted.reduce((sum, { source }) => sum + source.length, 0);
  if (sorted.length > MOST_FILES)
    throw refuse("invalid_input", { field: "list of files", rule: `is longer than ${MOST_FILES}` });
  if (letters > MOST_LETTERS)
    throw refuse("too_long", { field: "text of all files", limit: MOST_LETTERS, length: letters });
  if (new Set(sorted.map(({ file }) => file)).size < sorted.length)
    throw refuse("invalid_input", { field: "list of files", rule: "has a name twice" });
  return sorted;
}

/** Reads the change and runs all examples, outside of any transaction. Throws PolicyError; refuses policy_examples, policy_weaker. */
function checkedChange(change: Pick<PolicyChange, "base" | "files">, atOnce: boolean): ReadChange {
  const read = readChange(change);
  const failed = [...new Set(checkExamples(read.to).failures.map(({ rule }) => rule))];
  if (failed.length > 0) throw refuse("policy_examples", { rules: failed });
  const weaker = atOnce ? weakenedRules(read.from, read.to) : [];
  if (weaker.length > 0) throw refuse("policy_weaker", { rules: weaker });
  return read;
}

/** One person has one change waiting: the newer one is what they mean. */
async function withdrawOwn(tx: Tx, { communityId, memberId }: Actor, now: Date): Promise<void> {
  const act = "policy.change";
  await tx.proposal.updateMany({
    where: { communityId, act, proposerId: memberId, state: "open" },
    data: { state: "withdrawn", decidedAt: now },
  });
}

async function proposeChange(tx: Tx, core: Core, { actor, change, now }: Proposing) {
  const { communityId, memberId: proposerId } = actor;
  await withdrawOwn(tx, actor, now);
  const about = { communityId, act: "policy.change", targetId: core.newId(), proposerId } as const;
  const expiresAt = new Date(now.getTime() + core.config.timing.proposalMs);
  const content = JSON.stringify(change);
  const proposalId = await propose(tx, core, {
    ...about,
    // It is about no member, and so everybody's.
    subjectId: about.targetId,
    content,
    contentHash: changeHash(core, about, change),
    expiresAt,
    now,
  });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: proposerId,
    verb: "policy.proposed",
    subject: about.targetId,
    detail: { proposalId, ...countsOf(change) },
  });
  return { proposalId, expiresAt };
}

/** One person puts nothing over files of which nobody can tell what they hear. Throws PolicyError. */
function requireSound(base: Base): void {
  if (!isKnown(base)) throw changedByHand();
  policiesWith(base.files, { sure: true });
}

const sameFiles = (one: readonly PackSource[], other: readonly PackSource[]) =>
  JSON.stringify(checkedFiles(one)) === JSON.stringify(checkedFiles(other));

/**
 * Puts other own files of policies to a second person, or, in an emergency, in force at once for a day. Nothing that is broken, or
 * that does not do what its examples say, is put to anybody. Refuses policy_examples, content_changed where others were agreed to
 * meanwhile, and for an emergency policy_emergency, policy_alone, policy_weaker. Throws PolicyError.
 */
export async function proposePolicies(
  core: Core,
  { actor, files: given, atOnce = false }: ProposePolicies,
): Promise<ProposedPolicies> {
  authorise(actor, "policy.propose");
  const { communityId, memberId } = actor;
  const files = checkedFiles(given);
  const base = await core.tx(async (tx, now): Promise<Base> => {
    await adoptPolicies(tx, core, { communityId, actor: memberId, now });
    return baseNow(tx, core, now);
  });
  if (atOnce) requireSound(base);
  const read = checkedChange({ base, files }, atOnce);
  if (isKnown(base) && sameFiles(base.files, files))
    return { proposalId: undefined, expiresAt: undefined, change: read };
  const change: PolicyChange = { base, files, changes: changedRules(read.changes) };
  const proposed = await core.tx(async (tx, now) => {
    await requireMay(tx, { memberId, verb: "policy.propose" });
    await holdInForce(tx);
    const still = await baseNow(tx, core, now);
    if (still.packId !== base.packId || still.shipped !== base.shipped) throw refuse("content_changed", {});
    const proposing = { actor, change, now };
    return atOnce ? putInForceAlone(tx, core, proposing) : proposeChange(tx, core, proposing);
  });
  core.wake();
  return { ...proposed, change: read };
}
