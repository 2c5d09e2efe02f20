import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { AnswerCard, QuestionText } from "#core/questions/cards.ts";
import { type ForWhom, forWhomOf } from "#core/questions/for-whom.ts";
import { loadAnswerCard } from "#core/questions/load-answer-card.ts";
import { shownCrossing } from "#core/questions/message-text.ts";
import { answeredQuestions, MOST_QUESTIONS, type Period } from "./sheet-questions.ts";
import { readNotes } from "./visit-note.ts";

/** A text of the conversation as it crossed; what was typed is given back to nobody. */
export type SheetText =
  | {
      readonly by: "me";
      readonly kind: "question" | "reply";
      readonly text: QuestionText;
      readonly at: Date;
      readonly edited: boolean;
    }
  | {
      readonly by: "volunteer";
      readonly card: Pick<
        AnswerCard,
        "message" | "answer" | "text" | "credential" | "sentAt" | "edited" | "opinions"
      >;
    };

export interface SheetQuestion {
  readonly number: number;
  readonly topic: string;
  readonly forWhom: ForWhom;
  readonly texts: readonly SheetText[];
}

/** A page for the patient's own clinician. It has no name of the patient, not even the one that they have here. */
export interface VisitSheet {
  readonly community: string;
  readonly madeAt: Date;
  readonly questions: readonly SheetQuestion[];
  /** To ask at the visit: what volunteers suggested, with its question, and what the patient wrote. */
  readonly toAsk: readonly { readonly text: string; readonly from: number | undefined }[];
  readonly notes: readonly { readonly text: string; readonly at: Date }[];
}

/** What was chosen: some of one's questions, or all that were answered in a period. */
export type SheetOf = { readonly questionIds: readonly string[] } | { readonly period: Period };

const OF_PATIENT: ReadonlySet<string> = new Set(["question", "follow-up", "ask-back-reply"]);

async function textsOf(tx: Tx, core: Core, questionId: string): Promise<SheetText[]> {
  const messages = await tx.message.findMany({
    where: { questionId, state: "sent" },
    orderBy: { seq: "asc" },
    include: { question: true },
  });
  const texts: SheetText[] = [];
  for (const { crossingSealed, ...message } of messages) {
    if (crossingSealed === null) continue;
    if (OF_PATIENT.has(message.kind)) {
      const crossing = await shownCrossing(tx, core, { ...message, crossingSealed });
      if (!("patient" in crossing)) throw new Error("a patient's text holds something else");
      const { kind, sentAt, createdAt, editedAt } = message;
      texts.push({
        ...{ by: "me", kind: kind === "question" ? kind : "reply", text: crossing.patient },
        ...{ at: sentAt ?? createdAt, edited: editedAt !== null },
      });
      continue;
    }
    const card = await loadAnswerCard(tx, core, message.id);
    if (card !== undefined) texts.push({ by: "volunteer", card });
  }
  return texts;
}

/** Those that were chosen, and are theirs; of anybody else's nothing is said. */
async function chosenQuestions(tx: Tx, memberId: string, ids: readonly string[]) {
  const wanted = [...new Set(ids)].slice(0, MOST_QUESTIONS);
  const questions = await tx.question.findMany({
    where: { askerId: memberId, id: { in: wanted } },
    orderBy: { number: "asc" },
  });
  if (questions.length < wanted.length) throw refuse("not_found", { what: "question" });
  return questions;
}

/**
 * Reads what stands on a visit sheet, for its owner alone; nothing is stored, and making it leaves no trace. Refuses not_found for a
 * question of somebody else.
 */
export async function makeSheet(
  core: Core,
  { actor, of }: { actor: Actor; of: SheetOf },
): Promise<VisitSheet> {
  authorise(actor, "sheet.make");
  const { memberId, communityId } = actor;
  return core.tx(async (tx, now) => {
    const rows =
      "period" in of
        ? await answeredQuestions(tx, { memberId, period: of.period, now })
        : await chosenQuestions(tx, memberId, of.questionIds);
    const questions: SheetQuestion[] = [];
    for (const { id, number, topic, forWhom, relation } of rows)
      questions.push({
        ...{ number, topic, forWhom: forWhomOf({ forWhom, relation }) },
        texts: await textsOf(tx, core, id),
      });
    const { name } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    const notes = await readNotes(tx, core, memberId);
    return {
      ...{ community: name, madeAt: now, questions },
      toAsk: [
        ...notes.filter(({ kind }) => kind === "ask").map(({ text }) => ({ text, from: undefined })),
        ...questions.flatMap(suggestedBy),
      ],
      notes: notes.filter(({ kind }) => kind === "note").map(({ text, at }) => ({ text, at })),
    };
  });
}

/** What volunteers put under "Ask your clinician". */
const suggestedBy = ({ number, texts }: SheetQuestion) =>
  texts.flatMap((one) => {
    const text = one.by === "volunteer" ? (one.card.answer?.clinician ?? "") : "";
    return text === "" ? [] : [{ text, from: number }];
  });
