import { OPINION_ACTS } from "#bots/opinion-act-words.ts";
import type { SentCopyCard } from "#core/questions/cards.ts";
import { stanceOf } from "#core/questions/second-opinion/stance.ts";
import type { Button, Face, Piece } from "../markup.ts";
import { answerPieces } from "./answer-text.ts";

const WORDS = { answer: "answered", "ask-back": "asked", reply: "wrote", ...OPINION_ACTS } as const;

function buttonsFor({ message, messageId, version, credentialId }: SentCopyCard): Button[] {
  const seen = `${messageId}/${version}`;
  const opinions: Button[] = [
    { verb: "agree", subject: seen, label: "Agree" },
    { verb: "add-opinion", subject: seen, label: "Add" },
    { verb: "see-differently", subject: seen, label: "See differently" },
    { verb: "edit-answer", subject: messageId, label: "Edit answer" },
  ];
  const withdraw: Button = { verb: "withdraw-opinion", subject: messageId, label: "Withdraw" };
  const check: Button = {
    verb: "credential",
    subject: `${credentialId}/${messageId}`,
    label: "Check credentials",
  };
  const keep: Button = { verb: "keep", subject: messageId, label: "Keep for others" };
  return [
    ...(message === "answer" ? [...opinions, keep] : []),
    ...(stanceOf(message) === undefined ? [] : [withdraw]),
    ...(credentialId === undefined ? [] : [check]),
  ];
}

/** Where it stands on the patient's side. */
function sentLine({ opinionOn }: SentCopyCard): string {
  if (opinionOn === undefined) return "This was sent to the patient.";
  return opinionOn.changed
    ? "The answer has other words by now, so the patient does not see this beside it."
    : "The patient sees this beside the answer.";
}

export function sentCopyFace(card: SentCopyCard): Face {
  const { author, message, opinionOn, answer, text, edited } = card;
  const about = opinionOn === undefined ? "" : ` ${opinionOn.author}`;
  const words: Piece[] = answer === undefined && text === "" ? [] : answerPieces(answer, text);
  return {
    title: `${author} ${WORDS[message]}${about}${edited ? " (edited)" : ""}`,
    pieces: [...words, { small: sentLine(card) }],
    buttons: buttonsFor(card),
  };
}
