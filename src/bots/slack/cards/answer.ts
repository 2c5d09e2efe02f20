import { differenceWords, OPINIONS_TITLE, opinionLead, opinionScope } from "#bots/opinion-words.ts";
import type { AnswerCard } from "#core/questions/cards.ts";
import { day, escapeText, type Face, type Piece } from "../markup.ts";
import { answerPieces } from "./answer-text.ts";

/** What colleagues think of it, each with whose word it is. */
function opinionPieces(card: AnswerCard): Piece[] {
  const { opinions } = card;
  const difference = differenceWords(opinions);
  return [
    ...(opinions.length === 0 ? [] : [{ ours: `*${OPINIONS_TITLE}*` }]),
    ...opinions.flatMap((opinion): Piece[] => [
      { ours: escapeText(opinionLead(opinion, card)) },
      ...(opinion.text === "" ? [] : [{ theirs: opinion.text }]),
      ...[opinionScope(opinion)].flatMap((scope) =>
        scope === undefined ? [] : [{ small: escapeText(scope) }],
      ),
    ]),
    ...(difference === undefined ? [] : [{ ours: difference }]),
  ];
}

/** A provider's words never go out without their credential line. */
export function answerFace(card: AnswerCard): Face {
  const { number, answer, text, credential, edited } = card;
  const { profession, jurisdiction, checkedAt } = credential;
  if (profession === "") throw new Error("an answer has no credential");
  return {
    title: `A reply to question ${number}${edited ? " (edited)" : ""}`,
    pieces: [
      ...answerPieces(answer, text),
      {
        small: `General information from a ${escapeText(profession)} (${escapeText(jurisdiction)}, checked ${day(checkedAt)}). It can't replace someone who knows you.`,
      },
      ...opinionPieces(card),
    ],
    buttons: [],
  };
}
