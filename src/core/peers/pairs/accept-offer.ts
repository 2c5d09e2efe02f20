import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { hiddenAmong } from "../blocks/hidden-from.ts";
import { renewAmongFound } from "../card/among-found.ts";
import { holdMentorOf, openMentorings } from "../mentors/room.ts";
import { ASK_MS } from "../mentors/touch.ts";
import { ownPair } from "./own-pair.ts";
import { statesAllowing } from "./pair.ts";
import { postHello, refreshOffer } from "./tell.ts";

type Own = Awaited<ReturnType<typeof ownPair>>;

/** Who mentors in this pair, with their row held. */
async function mentorOf(tx: Tx, pairId: string) {
  const mentoring = await holdMentorOf(tx, pairId);
  if (mentoring === undefined) return undefined;
  const mentor = await tx.mentor.findUnique({ where: { memberId: mentoring.mentorId } });
  return mentor?.state === "active" ? mentor : undefined;
}

/** Both said yes, and are both still here: the only moment at which they learn of each other. */
async function unite(tx: Tx, core: Core, { pair, own, other }: Own, now: Date): Promise<boolean> {
  if (other.answer !== "yes") return false;
  const here = await tx.member.count({
    where: { id: { in: [own.memberId, other.memberId] }, state: "active" },
  });
  const hidden = await hiddenAmong(tx, own.memberId, [other.memberId]);
  if (here < 2 || hidden.size > 0) return false;
  const { count } = await tx.peerPair.updateMany({
    where: { id: pair.id, state: { in: statesAllowing("unite") } },
    data: { state: "together", togetherAt: now },
  });
  if (count === 0) return false;
  await tx.mentoring.updateMany({
    where: { pairId: pair.id, endedAt: null },
    data: { dueAt: new Date(now.getTime() + ASK_MS) },
  });
  await postHello(tx, core, pair, now);
  await refreshOffer(tx, core, pair, other.memberId, now);
  return true;
}

/**
 * Says yes to an offer. Until both did, nothing tells whether the other answered: a pair that the other said no to takes a yes
 * in the same way. Refuses silenced, pair_over once it is over or after one's own no, and mentor_full for a mentor at their cap.
 */
export async function acceptOffer(
  core: Core,
  { actor, pairId }: { actor: Actor; pairId: string },
): Promise<{ united: boolean }> {
  authorise(actor, "peers.accept");
  const { memberId, communityId } = actor;
  const accepted = await core.tx(async (tx, now) => {
    const mentor = await mentorOf(tx, pairId);
    const found = await ownPair(tx, actor, pairId);
    const { pair, own } = found;
    if (pair.togetherAt !== null) return { united: true };
    const waits = (pair.state === "offered" || pair.state === "declined") && pair.closesAt > now;
    if (!waits || own.answer === "no") throw refuse("pair_over", {});
    if (own.answer === "yes") return { united: false };
    const isFull =
      mentor !== undefined &&
      (await openMentorings(tx, { mentorId: mentor.memberId, now, but: pairId })) >= mentor.cap;
    if (isFull && mentor.memberId === memberId) throw refuse("mentor_full", { cap: mentor.cap });
    await tx.peerSide.update({
      where: { pairId_memberId: { pairId, memberId } },
      data: { answer: "yes", answeredAt: now },
    });
    // Somebody who lowered their cap since their yes: it looks like silence, as every other no.
    const united = !isFull && (await unite(tx, core, found, now));
    if (mentor !== undefined) await renewAmongFound(tx, core, { memberId: mentor.memberId, now });
    await refreshOffer(tx, core, pair, memberId, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "peers.accepted",
      subject: pairId,
    });
    return { united };
  });
  core.wake();
  return accepted;
}
