import type { AnswerCard } from "#core/questions/cards.ts";
import { type Button, day, escapeText, type Face } from "../markup.ts";
import { answerBody } from "./answer-text.ts";

const TITLES = {
  answer: "An answer to your question",
  "ask-back": "A volunteer asks you something about question",
  reply: "A volunteer wrote about question",
} as const satisfies Record<AnswerCard["message"], string>;

function buttonsFor({ questionId, messageId, credentialId, message }: AnswerCard): Button[] {
  const rate: Button[] = [
    { verb: "helped", subject: questionId, label: "Helped" },
    { verb: "still-unclear", subject: questionId, label: "Still unclear" },
  ];
  return [
    { verb: "reply", subject: questionId, label: "Reply", look: "main" },
    ...(message === "ask-back" ? [] : rate),
    { verb: "credential", subject: credentialId, label: "Check credentials" },
    { verb: "report", subject: `${questionId}/${messageId}`, label: "Report" },
    { verb: "take-back", subject: questionId, label: "Take back" },
  ];
}

/** The whole text, as shown in private, in the inbox and, unless the member wished otherwise, in a direct message. */
export function openAnswerFace(card: AnswerCard): Face {
  const { answer, text, credential, number, community } = card;
  if (credential.profession === "") throw new Error("an answer without a credential line must not be shown");
  const parts = [answer === undefined ? "" : answerBody(answer), escapeText(text)].filter(
    (part) => part !== "",
  );
  const checked = `checked ${day(credential.checkedAt)}, ${escapeText(credential.source)}`;
  return {
    title: `${TITLES[card.message]} ${number}${card.edited ? " (edited)" : ""}`,
    body: [
      ...parts,
      `General information from a ${escapeText(credential.profession)} (${escapeText(credential.jurisdiction)}; ${checked}). It can't replace someone who knows you.`,
    ].join("\n\n"),
    footer: community,
    buttons: buttonsFor(card),
  };
}

/** A member who asked for quiet gets no word of the text, not even in a push line. */
export function answerFace(card: AnswerCard): Face {
  if (!card.quiet) return openAnswerFace(card);
  return {
    title: "You have a reply",
    body: "Press Open to read it. Only you will see it.",
    buttons: [{ verb: "open", subject: card.messageId, label: "Open", look: "main" }],
  };
}
