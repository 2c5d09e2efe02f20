import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { answeredQuestions, MOST_QUESTIONS, type Period, unansweredQuestions } from "./sheet-questions.ts";
import type { NoteKind } from "./visit-note.ts";

export interface SheetChoice {
  readonly questionId: string;
  readonly number: number;
  readonly topic: string;
}

export interface SheetChoices {
  readonly period: Period;
  /** Stand on it unless they are taken out. */
  readonly answered: readonly SheetChoice[];
  /** Can be put on it: sent, and nobody answered. With the others no more than one sheet has room for. */
  readonly unanswered: readonly SheetChoice[];
  /** How many of each kind. */
  readonly notes: Readonly<Record<NoteKind, number>>;
}

const choiceOf = ({ id, number, topic }: { id: string; number: number; topic: string }): SheetChoice => ({
  questionId: id,
  number,
  topic,
});

/** What would stand on a visit sheet, for its owner to choose from; no text is opened for it. */
export async function sheetChoices(
  core: Core,
  { actor, period }: { actor: Actor; period: Period },
): Promise<SheetChoices> {
  authorise(actor, "sheet.make");
  const { memberId } = actor;
  return core.tx(async (tx, now) => {
    const answered = await answeredQuestions(tx, { memberId, period, now });
    const unanswered = await unansweredQuestions(tx, { memberId, period, now });
    const count = (kind: NoteKind) => tx.visitNote.count({ where: { memberId, kind } });
    return {
      period,
      answered: answered.map(choiceOf),
      // The newest of them, as far as there is room.
      unanswered: unanswered
        .slice(Math.max(unanswered.length - MOST_QUESTIONS + answered.length, 0))
        .map(choiceOf),
      notes: { note: await count("note"), ask: await count("ask") },
    };
  });
}
