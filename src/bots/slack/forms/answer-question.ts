import { DomainError } from "#core/errors.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import type { AnswerText } from "#core/questions/cards.ts";
import { type ClaimedQuestion, readQuestionForProvider } from "#core/questions/read-question.ts";
import { escapeText, type Form, type Piece } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { answerFields, answerFrom, findingPieces, generalPieces, REASON, reasonFrom } from "./composer.ts";

export function questionPieces({ number, pseudonym, text }: ClaimedQuestion): Piece[] {
  return [
    { theirs: `Question ${number}, ${pseudonym}: ${text.question}` },
    ...(text.tried === "" ? [] : [{ theirs: `Tried: ${text.tried}` }]),
  ];
}

/** What became of the text that is in the fields, and what will of the one that is sent. */
function lookPieces({ looksFirst, kept }: ClaimedQuestion): Piece[] {
  return [
    ...(kept?.sentBack === undefined
      ? []
      : [
          { ours: `*${escapeText(kept.sentBack.by)}* sent your answer back:` },
          { theirs: kept.sentBack.note },
        ]),
    ...(looksFirst ? [{ ours: "A colleague looks at this answer before it is sent." }] : []),
  ];
}

/** The four-field composer, with the question on top. */
export function answerForm(question: ClaimedQuestion): Form {
  return {
    verb: "answer",
    subject: question.questionId,
    title: `Answer question ${question.number}`,
    pieces: [...questionPieces(question), ...lookPieces(question), ...generalPieces(question)],
    fields: answerFields(question.kept?.text),
  };
}

function again(question: ClaimedQuestion, text: AnswerText, pieces: readonly Piece[]): Form {
  return { ...answerForm(question), pieces, fields: [...answerFields(text), REASON] };
}

export const answer = {
  verb: "answer",
  changes: true,
  access: "question.answer",
  blames: "often",
  async run({ core, handling, actor, subjectId, fields }) {
    const text = answerFrom(fields);
    try {
      await answerQuestion(handling, { actor, questionId: subjectId, text, ...reasonFrom(fields) });
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "needs_reason") throw error;
      const { findings } = (error as DomainError<"needs_reason">).details;
      return {
        form: again(
          await readQuestionForProvider(core, { actor, questionId: subjectId }),
          text,
          findingPieces(findings),
        ),
      };
    }
  },
} satisfies SlackForm;
