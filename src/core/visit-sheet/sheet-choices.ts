import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { answeredQuestions, type Period } from "./answered-questions.ts";
import type { NoteKind } from "./visit-note.ts";

export interface SheetChoices {
  readonly period: Period;
  readonly questions: readonly {
    readonly questionId: string;
    readonly number: number;
    readonly topic: string;
  }[];
  /** How many of each kind. */
  readonly notes: Readonly<Record<NoteKind, number>>;
}

/** What would stand on a visit sheet, for its owner to choose from; no text is opened for it. */
export async function sheetChoices(
  core: Core,
  { actor, period }: { actor: Actor; period: Period },
): Promise<SheetChoices> {
  authorise(actor, "sheet.make");
  const { memberId } = actor;
  return core.tx(async (tx, now) => {
    const questions = await answeredQuestions(tx, { memberId, period, now });
    const count = (kind: NoteKind) => tx.visitNote.count({ where: { memberId, kind } });
    return {
      period,
      questions: questions.map(({ id, number, topic }) => ({ questionId: id, number, topic })),
      notes: { note: await count("note"), ask: await count("ask") },
    };
  });
}
