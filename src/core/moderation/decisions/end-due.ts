import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { reopenCase } from "../cases/reopen-case.ts";
import { endDecision } from "./end-decision.ts";
import { restrainMember } from "./restraint.ts";

const AT_ONCE = 50;

/** Codes of decisions that nobody can appeal against any more are forgotten. */
async function forgetCodes(core: Core): Promise<void> {
  await core.db.decision.updateMany({
    where: { appealUntil: { lte: core.clock.now() }, appealSealed: { not: null } },
    data: { appealSealed: null, appealKey: null },
  });
}

async function endOne(tx: Tx, core: Core, id: string, now: Date): Promise<number> {
  // Held from here on: whoever confirms it at this moment is done, or comes too late.
  const [decision] = await tx.decision.updateManyAndReturn({
    where: { id, state: "standing" },
    data: { state: "standing" },
  });
  if (decision === undefined) return 0;
  const lapses = decision.confirmBy !== null && decision.confirmBy <= now;
  // Somebody confirmed it since the list was read.
  if (!lapses && (decision.endsAt === null || decision.endsAt > now)) return 0;
  // Nobody agreed to what was decided, so somebody has to look again.
  if (lapses) await reopenCase(tx, await tx.case.findUniqueOrThrow({ where: { id: decision.caseId } }));
  const event = lapses ? "lapse" : "end";
  if (!(await endDecision(tx, core, { decision, event, by: null, now }))) return 0;
  await record(tx, {
    at: now.getTime(),
    communityId: decision.communityId,
    actor: "clock",
    verb: lapses ? "decision.lapsed" : "decision.ended",
    subject: id,
  });
  return 1;
}

/** The pause that came with a strike is over, while its points go on. */
async function endPause(tx: Tx, core: Core, id: string, now: Date): Promise<number> {
  const [decision] = await tx.decision.updateManyAndReturn({
    where: { id, pauseUntil: { lte: now } },
    data: { pauseUntil: null },
  });
  if (decision === undefined) return 0;
  const { communityId, subjectMemberId: memberId, state } = decision;
  if (memberId === null || state !== "standing") return 0;
  await restrainMember(tx, core, { memberId, now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: "clock",
    verb: "decision.pause-ended",
    subject: id,
  });
  return 1;
}

/**
 * Decisions whose time is up end by themselves, and what one person decided for good lapses where no second one confirmed it;
 * both are undone everywhere. So do the pauses that strikes brought. Gives how many.
 */
export async function endDecisionsDue(core: Core): Promise<number> {
  const now = core.clock.now();
  const due = await core.db.decision.findMany({
    where: { state: "standing", OR: [{ endsAt: { lte: now } }, { confirmBy: { lte: now } }] },
    select: { id: true },
    take: AT_ONCE,
  });
  let ended = 0;
  for (const { id } of due) ended += await core.tx((tx, at) => endOne(tx, core, id, at));
  const pauses = await core.db.decision.findMany({
    where: { pauseUntil: { lte: now } },
    select: { id: true },
    take: AT_ONCE,
  });
  for (const { id } of pauses) ended += await core.tx((tx, at) => endPause(tx, core, id, at));
  await forgetCodes(core);
  if (ended > 0) core.wake();
  return ended;
}
