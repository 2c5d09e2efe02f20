import type { SentCopyCard } from "#core/questions/cards.ts";
import type { Button, Face } from "../markup.ts";
import { answerPieces } from "./answer-text.ts";

const WORDS = { answer: "answered", "ask-back": "asked", reply: "wrote" } as const;

function buttonsFor({ message, messageId, credentialId }: SentCopyCard): Button[] {
  const edit: Button = { verb: "edit-answer", subject: messageId, label: "Edit answer" };
  const check: Button = {
    verb: "credential",
    subject: `${credentialId}/${messageId}`,
    label: "Check credentials",
  };
  const keep: Button = { verb: "keep", subject: messageId, label: "Keep for others" };
  return [...(message === "answer" ? [edit, keep] : []), ...(credentialId === undefined ? [] : [check])];
}

export function sentCopyFace(card: SentCopyCard): Face {
  const { author, message, answer, text, edited } = card;
  return {
    title: `${author} ${WORDS[message]}${edited ? " (edited)" : ""}`,
    pieces: [...answerPieces(answer, text), { small: "This was sent to the patient." }],
    buttons: buttonsFor(card),
  };
}
