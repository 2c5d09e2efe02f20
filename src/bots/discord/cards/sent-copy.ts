import { OPINION_ACTS } from "#bots/opinion-act-words.ts";
import type { SentCopyCard } from "#core/questions/cards.ts";
import { escapeText, type Face } from "../markup.ts";
import { answerBody } from "./answer-text.ts";

const WHAT = {
  answer: "answered",
  "ask-back": "asked the patient",
  reply: "wrote to the patient",
  ...OPINION_ACTS,
} as const;

export function sentCopyFace({ author, message, opinionOn, answer, text, edited }: SentCopyCard): Face {
  const about = opinionOn === undefined ? "" : ` ${escapeText(opinionOn.author)}`;
  const parts = [answer === undefined ? "" : answerBody(answer), escapeText(text)];
  return {
    title: `${escapeText(author)} ${WHAT[message]}${about}${edited ? " (edited)" : ""}`,
    body: parts.filter((part) => part !== "").join("\n\n"),
    buttons: [],
  };
}
