import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { type OwnPeerQuestion, ownPeerQuestion } from "./peer-question.ts";

/** Changes with the words under which this is agreed to. */
const TEXT_VERSION = "ask-peers/1";

/**
 * Lets other members read one question, in the words that its patient was shown: a consent of its own, for this question and this
 * text. Pressed twice it changes nothing. Refuses not_found, cannot_ask_peers, stale_card.
 */
export async function askPeers(
  core: Core,
  { actor, questionId, version }: { actor: Actor; questionId: string; version: number },
): Promise<OwnPeerQuestion> {
  authorise(actor, "question.ask-peers");
  const { memberId, communityId } = actor;
  return core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    const own = await ownPeerQuestion(tx, core, { actor, questionId });
    if (own.version !== version) throw refuse("stale_card", {});
    if (own.isOpen) return own;
    const data = { version, openedAt: now, endedAt: null };
    await tx.peerQuestion.upsert({
      where: { questionId },
      create: { questionId, communityId, askerId: memberId, ...data },
      update: data,
    });
    await tx.consent.create({
      data: {
        ...{ id: core.newId(), memberId, purpose: "peers", textVersion: TEXT_VERSION },
        ...{ questionId, givenAt: now },
      },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.asked-peers",
      subject: questionId,
      detail: { version },
    });
    return { ...own, isOpen: true };
  });
}
