import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { friendsOf } from "./friends.ts";
import { postUpdate } from "./tell-friends.ts";

const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 3;

interface SendUpdate {
  readonly actor: Actor;
  readonly updateId: string;
  /** The text that was on the card they saw. */
  readonly edition: number;
  /** False: friends are shown no way to answer. */
  readonly replies: boolean;
}

/** Tells a member's friends, each privately, what was on the card that the member saw. Refuses not_found, stale_card, too_many, no_friends. */
export async function sendUpdate(
  core: Core,
  { actor, updateId, edition, replies }: SendUpdate,
): Promise<{ friends: number }> {
  authorise(actor, "update.send");
  const { memberId: authorId, communityId } = actor;
  const sent = await core.tx(async (tx, now) => {
    // Of several at once each counts those before it.
    await holdMember(tx, authorId);
    const draft = await tx.circleUpdate.findUnique({ where: { id: updateId, authorId, state: "draft" } });
    if (draft === null) throw refuse("not_found", { what: "update" });
    const lately = await tx.circleUpdate.findMany({
      where: { authorId, state: "sent", sentAt: { gt: new Date(now.getTime() - DAY_MS) } },
      orderBy: { sentAt: "asc" },
    });
    refuseTooMany(
      lately.map(({ sentAt }) => ({ createdAt: sentAt ?? now })),
      { most: MOST_A_DAY, withinMs: DAY_MS },
    );
    const friends = await friendsOf(tx, authorId);
    if (friends.length === 0) throw refuse("no_friends", {});
    const { count } = await tx.circleUpdate.updateMany({
      where: { id: updateId, authorId, state: "draft", edition },
      data: { state: "sent", sentAt: now, mutedAt: replies ? null : now },
    });
    if (count === 0) throw refuse("stale_card", {});
    for (const { memberId } of friends)
      await postUpdate(tx, core, { communityId, updateId, memberId, at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: authorId,
      verb: "update.sent",
      subject: updateId,
    });
    return { friends: friends.length };
  });
  core.wake();
  return sent;
}
