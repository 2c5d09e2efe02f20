import { credentialLine, GENERAL_WORDS } from "#bots/credential-words.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import type { AnswerCard, CredentialLine } from "#core/questions/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";
import { answerBody } from "./answer-text.ts";
import { opinionButtons, opinionsBody } from "./opinions.ts";

const TITLES = {
  answer: msg("An answer to your question {number}{edited}"),
  "ask-back": msg("A volunteer asks you something about question {number}{edited}"),
  reply: msg("A volunteer wrote about question {number}{edited}"),
} as const satisfies Record<AnswerCard["message"], Message>;

function buttonsFor({ questionId, messageId, credentialId, message, opinions }: AnswerCard): Button[] {
  const rate: Button[] = [
    { verb: "helped", subject: questionId, label: t("Helped") },
    { verb: "still-unclear", subject: questionId, label: t("Still unclear") },
  ];
  return [
    { verb: "reply", subject: questionId, label: t("Reply"), look: "main" },
    ...(message === "ask-back" ? [] : rate),
    { verb: "credential", subject: `${credentialId}/${messageId}`, label: t("Check credentials") },
    { verb: "report", subject: `${questionId}/${messageId}`, label: t("Report") },
    { verb: "take-back", subject: questionId, label: t("Take back") },
    ...opinions.flatMap((opinion) => opinionButtons(questionId, opinion)),
  ];
}

/** Whose word it is, how old the check is, and why it stays general where it must. */
function sourceLine(credential: CredentialLine, sentAt: Date): string {
  const { name, profession, general, jurisdiction } = credential;
  const reason = general === undefined ? "" : ` ${GENERAL_WORDS[general](jurisdiction)}`;
  const who = credentialLine(credential, sentAt);
  const named = /^[aeiou]/i.test(profession) ? t("an {who}", { who }) : t("a {who}", { who });
  const from = name === undefined ? named : who;
  return escapeText(
    t("General information from {from}.{reason} It can't replace someone who knows you.", { from, reason }),
  );
}

/** The whole text, as shown in private, in the inbox and, unless the member wished otherwise, in a direct message. */
export function openAnswerFace(card: AnswerCard): Face {
  const { answer, text, credential, number, community, sentAt } = card;
  if (credential.profession === "") throw new Error("an answer without a credential line must not be shown");
  const parts = [answer === undefined ? "" : answerBody(answer), escapeText(text)].filter(
    (part) => part !== "",
  );
  return {
    title: t(TITLES[card.message], { number, edited: card.edited ? t(" (edited)") : "" }),
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
      card.nickname === undefined
        ? t("You have a reply")
        : t("You have a reply in {nickname}", { nickname: escapeText(card.nickname) }),
    body: t("Press Open to read it. Only you will see it."),
    buttons: [{ verb: "open", subject: card.messageId, label: t("Open"), look: "main" }],
  };
}
