import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { namedMember } from "#core/members/named-member.ts";
import { pointsOf } from "#core/moderation/decisions/strikes.ts";
import { asMentorState, type MentorState } from "./mentor.ts";
import { openMentorings } from "./room.ts";

/** What moderators see of a mentor: never with whom, and of pairs nothing but how many. */
export interface ShownMentor {
  readonly memberId: string;
  readonly name: string;
  readonly state: MentorState;
  readonly joinedAt: Date;
  readonly passedAt: Date | null;
  readonly tries: number;
  readonly points: number;
  readonly cap: number;
  readonly open: number;
  readonly paused: boolean;
  readonly handedBack: number;
}

type Row = Awaited<ReturnType<Core["db"]["mentor"]["findFirstOrThrow"]>>;

async function shown(core: Core, row: Row): Promise<ShownMentor> {
  const { memberId, passedAt, tries, cap, handedBack } = row;
  const now = core.clock.now();
  const member = await core.db.member.findUniqueOrThrow({ where: { id: memberId } });
  return {
    ...{ memberId, passedAt, tries, cap, handedBack },
    name: member.pseudonym,
    state: asMentorState(row.state),
    joinedAt: member.createdAt,
    points: await pointsOf(core.db, memberId, now),
    open: await openMentorings(core.db, { mentorId: memberId, now }),
    paused: row.pausedAt !== null,
  };
}

const AT_MOST = 500;

/** Who waits for a yes, the longest first, and who is a mentor. */
export async function listMentors(core: Core, { actor }: { actor: Actor }): Promise<ShownMentor[]> {
  authorise(actor, "mentor.read");
  const { communityId } = actor;
  const rows = await core.db.mentor.findMany({
    where: { communityId, state: { in: ["waiting", "active"] } },
    orderBy: [{ state: "desc" }, { passedAt: "asc" }, { memberId: "asc" }],
    take: AT_MOST,
  });
  return Promise.all(rows.map((row) => shown(core, row)));
}

/** One of them, by id or by name here. Refuses not_found, and mentor_status for whoever never passed. */
export async function showMentor(
  core: Core,
  { actor, member }: { actor: Actor; member: string },
): Promise<ShownMentor> {
  authorise(actor, "mentor.read");
  const { communityId } = actor;
  const { id: memberId } = await namedMember(core.db, { communityId, member });
  const row = await core.db.mentor.findUnique({ where: { memberId } });
  // That somebody tried and did not pass is theirs.
  if (row === null || row.state === "learning") throw refuse("mentor_status", { is: "none" });
  return shown(core, row);
}
