import type { AnswerCard } from "#core/questions/cards.ts";
import { day, escapeText, type Face } from "../markup.ts";
import { answerPieces } from "./answer-text.ts";

/** A provider's words never go out without their credential line. */
export function answerFace({ number, answer, text, credential, edited }: AnswerCard): Face {
  const { profession, jurisdiction, checkedAt } = credential;
  if (profession === "") throw new Error("an answer has no credential");
  return {
    title: `A reply to question ${number}${edited ? " (edited)" : ""}`,
    pieces: [
      ...answerPieces(answer, text),
      {
        small: `General information from a ${escapeText(profession)} (${escapeText(jurisdiction)}, checked ${day(checkedAt)}). It can't replace someone who knows you.`,
      },
    ],
    buttons: [],
  };
}
