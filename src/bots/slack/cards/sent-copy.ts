import type { SentCopyCard } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";
import { answerPieces } from "./answer-text.ts";

const WORDS = { answer: "answered", "ask-back": "asked", reply: "wrote" } as const;

export function sentCopyFace({ author, message, messageId, answer, text, edited }: SentCopyCard): Face {
  return {
    title: `${author} ${WORDS[message]}${edited ? " (edited)" : ""}`,
    pieces: [...answerPieces(answer, text), { small: "This was sent to the patient." }],
    buttons: message === "answer" ? [{ verb: "edit-answer", subject: messageId, label: "Edit answer" }] : [],
  };
}
