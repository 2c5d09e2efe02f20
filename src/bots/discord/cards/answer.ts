import { credentialLine, GENERAL_WORDS } from "#bots/credential-words.ts";
import type { AnswerCard, CredentialLine } from "#core/questions/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";
import { answerBody } from "./answer-text.ts";
import { opinionButtons, opinionsBody } from "./opinions.ts";

const TITLES = {
  answer: "An answer to your question",
  "ask-back": "A volunteer asks you something about question",
  reply: "A volunteer wrote about question",
} as const satisfies Record<AnswerCard["message"], string>;

function buttonsFor({ questionId, messageId, credentialId, message, opinions }: AnswerCard): Button[] {
  const rate: Button[] = [
    { verb: "helped", subject: questionId, label: "Helped" },
    { verb: "still-unclear", subject: questionId, label: "Still unclear" },
  ];
  return [
    { verb: "reply", subject: questionId, label: "Reply", look: "main" },
    ...(message === "ask-back" ? [] : rate),
    { verb: "credential", subject: `${credentialId}/${messageId}`, label: "Check credentials" },
    { verb: "report", subject: `${questionId}/${messageId}`, label: "Report" },
    { verb: "take-back", subject: questionId, label: "Take back" },
    ...opinions.flatMap((opinion) => opinionButtons(questionId, opinion)),
  ];
}

/** Whose word it is, how old the check is, and why it stays general where it must. */
function sourceLine(credential: CredentialLine, sentAt: Date): string {
  const { name, profession, general, jurisdiction } = credential;
  const article = name !== undefined ? "" : /^[aeiou]/i.test(profession) ? "an " : "a ";
  const reason = general === undefined ? "" : ` ${GENERAL_WORDS[general](jurisdiction)}`;
  const from = `${article}${credentialLine(credential, sentAt)}`;
  return escapeText(`General information from ${from}.${reason} It can't replace someone who knows you.`);
}

/** The whole text, as shown in private, in the inbox and, unless the member wished otherwise, in a direct message. */
export function openAnswerFace(card: AnswerCard): Face {
  const { answer, text, credential, number, community, sentAt } = card;
  if (credential.profession === "") throw new Error("an answer without a credential line must not be shown");
  const parts = [answer === undefined ? "" : answerBody(answer), escapeText(text)].filter(
    (part) => part !== "",
  );
  return {
    title: `${TITLES[card.message]} ${number}${card.edited ? " (edited)" : ""}`,
    body: [...parts, sourceLine(credential, sentAt), ...opinionsBody(card)].join("\n\n"),
    footer: community,
    buttons: buttonsFor(card),
  };
}

/** A member who asked for quiet gets no word of the text, not even in a push line. */
export function answerFace(card: AnswerCard): Face {
  if (!card.quiet) return openAnswerFace(card);
  return {
    title:
      card.nickname === undefined ? "You have a reply" : `You have a reply in ${escapeText(card.nickname)}`,
    body: "Press Open to read it. Only you will see it.",
    buttons: [{ verb: "open", subject: card.messageId, label: "Open", look: "main" }],
  };
}
