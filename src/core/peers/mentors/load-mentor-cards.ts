import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { pointsOf } from "#core/moderation/decisions/strikes.ts";
import type { MentorCheckCard, MentorNews, MentorNewsCard, MentorRequestCard } from "./cards.ts";
import { asMentorState } from "./mentor.ts";
import { openReason } from "./reason.ts";
import type { CheckStep } from "./tell.ts";
import { asTouch } from "./touch.ts";

/** Subject: `<memberId>/<try>`. An earlier request than the newest one is over. */
export async function loadMentorRequestCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<MentorRequestCard | undefined> {
  const [memberId = "", tries = ""] = subjectId.split("/");
  const mentor = await tx.mentor.findUnique({ where: { memberId } });
  const member = await tx.member.findUnique({ where: { id: memberId } });
  if (member === null) return undefined;
  const isNewest = mentor !== null && String(mentor.tries) === tries;
  return {
    kind: "mentor-request",
    name: member.pseudonym,
    joinedAt: member.createdAt,
    points: await pointsOf(tx, memberId, core.clock.now()),
    tries: Number(tries),
    passedAt: mentor?.passedAt ?? undefined,
    state: isNewest ? asMentorState(mentor.state) : "ended",
  };
}

/** Subject: `<memberId>/<about>`. */
export async function loadMentorNewsCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<MentorNewsCard | undefined> {
  const [memberId = "", about = ""] = subjectId.split("/");
  const mentor = await tx.mentor.findUnique({ where: { memberId } });
  if (mentor === null) return undefined;
  const { name: community } = await tx.community.findUniqueOrThrow({ where: { id: mentor.communityId } });
  const reason = await openReason(tx, core, mentor);
  return { kind: "mentor-news", community, about: about as MentorNews, reason };
}

/** Subject: `<pairId>/<memberId>/<step>/<round>`. It asks only what nobody has answered yet. */
export async function loadMentorCheckCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<MentorCheckCard | undefined> {
  const [pairId = "", memberId = "", step = "", round = ""] = subjectId.split("/");
  const pair = await tx.peerPair.findUnique({
    where: { id: pairId },
    include: { sides: true, mentoring: true },
  });
  const otherId = pair?.sides.find((side) => side.memberId !== memberId)?.memberId;
  const other = otherId === undefined ? null : await tx.member.findUnique({ where: { id: otherId } });
  if (pair === null || pair.mentoring === null || other === null) return undefined;
  const { mentoring } = pair;
  const { name: community } = await tx.community.findUniqueOrThrow({ where: { id: pair.communityId } });
  const you = mentoring.mentorId === memberId ? "mentor" : "mentee";
  const isOpen = pair.state === "together" && mentoring.endedAt === null && String(mentoring.round) === round;
  const touch = asTouch(mentoring.touch);
  // Whoever said "not yet" has answered; the mentor is asked on.
  const waits = touch !== "settled" && (touch === "asked" || you === "mentor" || step === "other");
  const asks = isOpen && waits ? (step as CheckStep) : "done";
  return { kind: "mentor-check", pairId, community, you, name: other.pseudonym, asks };
}
