import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { checkedText } from "#core/questions/message-text.ts";
import { holdAsRead } from "#core/questions/status-refusal.ts";
import { sealEntry } from "./entry-text.ts";
import { generalAnswer, generalWords } from "./general-words.ts";
import { type AnswerNamed, keepableAnswer } from "./keepable-answer.ts";
import { ANSWER_MS, ENTRY_LIMITS } from "./library-entry.ts";
import { takeNumber } from "./take-number.ts";
import { tellOfEntry } from "./tell.ts";

/**
 * "Keep": asks the patient, and the author where somebody else proposes it. `words` is the question in general words. What
 * is stored, and what they are shown, has no identifier and not the patient's name here. Nothing is found by anybody yet.
 * Refuses empty, too_long, what keepableAnswer refuses, and cannot_keep for words of somebody in danger.
 */
export async function proposeEntry(
  core: Core,
  { actor, named, words }: { actor: Actor; named: AnswerNamed; words: string },
): Promise<{ readonly entryId: string; readonly number: number }> {
  authorise(actor, "library.keep");
  const typed = checkedText(words, "question", ENTRY_LIMITS.question);
  const { communityId, memberId: keeperId } = actor;
  const proposed = await core.tx(async (tx, now) => {
    const found = await keepableAnswer(tx, core, { actor, named, now });
    const { message, question, asker, answer, credential } = found;
    // Nobody is asked about a question that is taken back or reported beside us.
    await holdAsRead(tx, question, "send-to-patient");
    const general = generalWords(core, typed, asker.pseudonym);
    if (general.isGrave) throw refuse("cannot_keep", { why: "danger" });
    const entry = {
      id: core.newId(),
      number: await takeNumber(tx, communityId),
      state: "proposed",
      questionId: question.id,
      ...{ communityId, keeperId, askerId: question.askerId, authorId: message.authorId },
    };
    const textSealed = await sealEntry(tx, core, entry, {
      question: general.words,
      answer: generalAnswer(core, answer, asker.pseudonym),
      source: { credential },
    });
    await tx.libraryEntry.create({
      data: {
        ...{ ...entry, textSealed, topic: question.topic, messageId: message.id, openKey: message.id },
        ...{ answerVersion: message.version, credentialId: message.credentialId },
        ...{ proposedAt: now, waitsUntil: new Date(now.getTime() + ANSWER_MS) },
        authorAgreedAt: message.authorId === keeperId ? now : null,
      },
    });
    await tellOfEntry(tx, core, entry, { op: "post", at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: keeperId,
      verb: "library.proposed",
      subject: entry.id,
      detail: { question: question.id, message: message.id },
    });
    return { entryId: entry.id, number: entry.number };
  });
  core.wake();
  return proposed;
}
