import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Caps, capsOf, type Room, roomOf } from "../care/caps.ts";
import { CASE_LEASE_MS, MODERATED } from "./case.ts";
import { caseHere } from "./case-here.ts";
import { casesFor } from "./cases-for.ts";
import { refreshCase } from "./tell-moderators.ts";

/** Open, and nobody else's: for the `where` of whatever works on it. */
export const free = (actor: Actor, now: Date) => ({
  state: "open",
  OR: [{ holderId: null }, { holderId: actor.memberId }, { leaseEndsAt: { lte: now } }],
});

/** Why a case could not be had: it was decided, or somebody works on it. */
export async function refusalForCase(tx: Tx, caseId: string) {
  const { state, holderId } = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  if (state !== "open") return refuse("case_status", { is: state });
  const holder = await tx.member.findUnique({ where: { id: holderId ?? "" } });
  return refuse("already_taken", { by: holder?.pseudonym ?? "somebody" });
}

/** A lease, so that one silent moderator strands nobody: two never work on one case by accident. False where somebody has it. */
async function lease(
  tx: Tx,
  core: Core,
  { actor, caseId, now }: { actor: Actor; caseId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.case.updateMany({
    where: { id: caseId, ...free(actor, now) },
    data: { holderId: actor.memberId, leaseEndsAt: new Date(now.getTime() + CASE_LEASE_MS) },
  });
  if (count === 0) return false;
  const { communityId } = actor;
  await refreshCase(tx, core, { id: caseId, communityId }, now);
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: actor.memberId,
    verb: "case.taken",
    subject: caseId,
  });
  return true;
}

/** Takes a case to oneself for twenty minutes. Refuses not_found, already_taken, case_status. */
export async function takeCase(
  core: Core,
  { actor, named }: { actor: Actor; named: string },
): Promise<{ caseId: string; number: number }> {
  const taken = await core.tx(async (tx, now) => {
    const { id: caseId, number } = await caseHere(tx, { actor, named, verb: "case.read" });
    if (!(await lease(tx, core, { actor, caseId, now }))) throw await refusalForCase(tx, caseId);
    return { caseId, number };
  });
  core.wake();
  return taken;
}

/** What a cap leaves: what is in one's own hands is never taken out of them. */
const within = (room: Room, actor: Actor, now: Date) => {
  const inHand = { holderId: actor.memberId, leaseEndsAt: { gt: now } };
  if (room === "all") return {};
  return room === "none" ? inHand : { OR: [inHand, { severity: { lt: 3 } }] };
};

interface Wanted {
  readonly skip: readonly string[];
  readonly room: Room;
  readonly now: Date;
}

/** The gravest, longest waiting case that is free for the actor, but for these. */
async function nextFor(tx: Tx, actor: Actor, { skip, room, now }: Wanted) {
  const notTheirs = [actor.memberId, ...(await aboveThem(tx, actor))];
  return tx.case.findFirst({
    where: {
      communityId: actor.communityId,
      subjectKind: { in: [...MODERATED] },
      id: { notIn: [...skip] },
      ...casesFor(actor),
      ...free(actor, now),
      // With "is not theirs" alone, what is about nobody known here would be left out.
      AND: [
        { OR: [{ subjectMemberId: null }, { subjectMemberId: { notIn: notTheirs } }] },
        within(room, actor, now),
      ],
      reports: { none: { reporterId: actor.memberId } },
    },
    orderBy: [{ severity: "desc" }, { openedAt: "asc" }, { id: "asc" }],
    select: { id: true, number: true },
  });
}

const enough = (room: Room, { casesADay, urgentADay }: Caps) =>
  room === "none"
    ? refuse("enough_today", { what: "cases", cap: casesADay })
    : refuse("enough_today", { what: "urgent", cap: urgentADay });

/** Whom only admins decide about. */
async function aboveThem(tx: Tx, { roles, communityId }: Actor): Promise<string[]> {
  if (roles.includes("admin")) return [];
  const admins = await tx.memberRole.findMany({ where: { role: "admin", member: { communityId } } });
  return admins.map(({ memberId }) => memberId);
}

/**
 * Takes the gravest, longest waiting case that the actor may decide on; undefined where none waits. `skip` are those they handed
 * back lately. Refuses enough_today where only the caps of the day keep one from them; by its number any can still be taken.
 */
export async function takeNextCase(
  core: Core,
  { actor, skip = [] }: { actor: Actor; skip?: readonly string[] },
): Promise<{ caseId: string; number: number } | undefined> {
  authorise(actor, "case.decide");
  const taken = await core.tx(async (tx, now) => {
    const passed = [...skip];
    const caps = await capsOf(tx, actor.communityId);
    const room = await roomOf(tx, { memberId: actor.memberId, caps, now });
    // Whoever was quicker has that one; the next is looked for.
    for (;;) {
      const next = await nextFor(tx, actor, { skip: passed, room, now });
      if (next === null) {
        const waits =
          room !== "all" && (await nextFor(tx, actor, { skip: passed, room: "all", now })) !== null;
        if (waits) throw enough(room, caps);
        return undefined;
      }
      const { id: caseId, number } = next;
      if (await lease(tx, core, { actor, caseId, now })) return { caseId, number };
      passed.push(caseId);
    }
  });
  core.wake();
  return taken;
}
