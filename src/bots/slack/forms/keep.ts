import { ENTRY_LIMITS } from "#core/library/library-entry.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";
import type { ToKeep } from "#core/library/read-keep.ts";
import { answerPieces } from "../cards/answer-text.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";

/** The question in general words, and the answer as others would read it. */
export function keepForm({ messageId, number, question, answer }: ToKeep): Form {
  return {
    verb: "keep",
    subject: messageId,
    title: "Keep for others",
    submit: "Ask the patient",
    pieces: [
      {
        ours: `The patient of question ${number} is asked first, and whoever wrote the answer. Then a colleague looks at it. Others read this, and never who asked.`,
      },
      ...answerPieces(answer, ""),
    ],
    fields: [
      {
        id: "words",
        label: "The question, in general words",
        limit: ENTRY_LIMITS.question,
        long: true,
        value: question.slice(0, ENTRY_LIMITS.question).toWellFormed(),
        hint: "As anybody could ask it. Leave out what only fits this one person.",
      },
    ],
  };
}

export const keepSent = {
  verb: "keep",
  changes: true,
  access: "library.keep",
  blames: "words",
  async run({ handling, actor, subjectId, fields }) {
    await proposeEntry(handling, { actor, named: { messageId: subjectId }, words: fields.words ?? "" });
    return undefined;
  },
} satisfies SlackForm;
