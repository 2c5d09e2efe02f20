import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type AdviceFinding, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { AnswerText, CredentialLine } from "../cards.ts";
import { checkAnswer } from "../check-answer.ts";
import { openLine, openText } from "../message-text.ts";
import { type ClaimedQuestion, readClaimed } from "../read-question.ts";
import { statusRefusal } from "../status-refusal.ts";
import { heldText, requireHeld } from "./held-answer.ts";

/** What a colleague sees before they say whether an answer is sent. */
export interface AnswerToLookAt {
  readonly messageId: string;
  readonly edition: number;
  readonly question: ClaimedQuestion;
  readonly author: string;
  readonly credential: CredentialLine;
  readonly answer: AnswerText;
  readonly findings: readonly AdviceFinding[];
  /** Why its author wants it sent in spite of what the checker found. */
  readonly overrideReason: string | undefined;
}

/** For the form of "Look at the answer". That it was opened is written down. Refuses what requireHeld refuses. */
export async function readLook(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<AnswerToLookAt> {
  return core.tx(async (tx, now) => {
    const found = await tx.question.findUnique({ where: { id: questionId } });
    if (found === null || found.communityId !== actor.communityId)
      throw refuse("not_found", { what: "question" });
    const newest = await tx.message.findFirst({
      where: { questionId, state: "held", authorId: found.holderId ?? "" },
    });
    if (newest === null)
      throw await statusRefusal(tx, { questionId, communityId: found.communityId }, "pass");
    const held = await requireHeld(tx, { actor, messageId: newest.id, now });
    const { id, edition, author, credentialSealed, overrideReasonSealed } = held;
    if (credentialSealed === null) throw new Error("a held answer has no credential");
    const { askerId } = held.question;
    await record(tx, {
      at: now.getTime(),
      communityId: found.communityId,
      actor: actor.memberId,
      verb: "question.answer-read",
      subject: questionId,
      detail: { messageId: id },
    });
    const answer = await heldText(tx, core, held);
    return {
      messageId: id,
      edition,
      question: await readClaimed(tx, core, { actor, questionId, now }),
      author: author.pseudonym,
      credential: await openLine(tx, core, askerId, id, credentialSealed),
      answer,
      findings: checkAnswer(core.policies(), Object.values(answer)),
      overrideReason:
        overrideReasonSealed === null
          ? undefined
          : await openText<string>(tx, core, askerId, id, "overrideReasonSealed", overrideReasonSealed),
    };
  });
}
