import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { alertFor, checkedAndHeard, type Draft, draftOf, screenFields, withHelp } from "./draft.ts";
import type { OriginalText } from "./kept-words.ts";
import { checkedText, LIMITS, openText, sealText } from "./message-text.ts";

/** What was put back once stays so when other words are changed. */
async function keptWordsOf(
  core: Core,
  { actor: { memberId }, questionId }: { actor: Actor; questionId: string },
): Promise<readonly string[]> {
  return core.tx(async (tx) => {
    const message = await tx.message.findFirst({
      where: { questionId, authorId: memberId, kind: "question", state: "draft" },
    });
    if (message === null || message.originalSealed === null) return [];
    const { id, originalSealed } = message;
    const original = await openText<OriginalText>(tx, core, memberId, id, "originalSealed", originalSealed);
    return original.keptWords ?? [];
  });
}

/** Replaces the text of a question that has not crossed, and gives the new card. */
export async function editDraft(
  core: Core,
  { actor, questionId, ...typed }: { actor: Actor; questionId: string; text: string; tried: string },
): Promise<Draft> {
  authorise(actor, "question.ask");
  const both = `${typed.text}\n${typed.tried}`;
  const keptWords = await keptWordsOf(core, { actor, questionId });
  const screened = await checkedAndHeard(core, { actor, questionId, typed: both }, () =>
    screenFields(core, {
      question: checkedText(typed.text, "question", LIMITS.question),
      tried: checkedText(typed.tried, "field about what you have tried", LIMITS.tried, { optional: true }),
      keptWords,
    }),
  );
  const draft = await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({
      where: { id: questionId, askerId: actor.memberId },
      include: { messages: { where: { kind: "question", state: "draft" } } },
    });
    const [message] = question?.messages ?? [];
    if (question === null || message === undefined) {
      // Nothing is kept, but somebody in danger is heard all the same: this commits, the refusal follows.
      const { alert } = await alertFor(tx, core, { actor, verdict: screened.verdict, now });
      return withHelp(refuse("not_found", { what: "question" }), alert);
    }
    const [edited] = await tx.message.updateManyAndReturn({
      where: { id: message.id, state: "draft" },
      data: {
        edition: { increment: 1 },
        verdict: screened.verdict,
        originalSealed: await sealText(
          tx,
          core,
          actor.memberId,
          message.id,
          "originalSealed",
          screened.original,
        ),
        crossingSealed: await sealText(tx, core, actor.memberId, message.id, "crossingSealed", {
          patient: screened.crossing,
        }),
      },
    });
    if (edited === undefined) throw refuse("not_found", { what: "question" });
    const alert = await alertFor(tx, core, { actor, questionId, verdict: screened.verdict, now });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "question.redrafted",
      subject: questionId,
    });
    const { id: messageId, edition } = edited;
    return { ...draftOf(question, { messageId, edition, kind: "question", actor, screened }), ...alert };
  });
  core.wake();
  if (draft instanceof DomainError) throw draft;
  return draft;
}
