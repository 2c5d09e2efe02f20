import {
  differenceWords,
  OPINIONS_TITLE,
  opinionFrom,
  opinionLead,
  opinionScope,
} from "#bots/opinion-words.ts";
import { t } from "#core/language/t.ts";
import type { AnswerCard, ShownOpinion } from "#core/questions/cards.ts";
import { type Button, escapeText } from "../markup.ts";

/** What colleagues think of an answer, each with whose word it is; nothing where nobody said anything. */
export function opinionsBody(card: AnswerCard): string[] {
  const { opinions } = card;
  if (opinions.length === 0) return [];
  const difference = differenceWords(opinions);
  return [
    `**${t(OPINIONS_TITLE)}**`,
    ...opinions.map((opinion) => {
      const lead = escapeText(opinionLead(opinion, card));
      const scope = opinionScope(opinion);
      const said = opinion.text === "" ? `${lead}.` : `${lead}:\n${escapeText(opinion.text)}`;
      return scope === undefined ? said : `${said}\n${escapeText(scope)}`;
    }),
    ...(difference === undefined ? [] : [difference]),
  ];
}

/** Each one's credentials can be checked, and each one's words reported, by themselves. */
export function opinionButtons(questionId: string, opinion: ShownOpinion): Button[] {
  const { messageId, credentialId, text, hidden } = opinion;
  const from = opinionFrom(opinion);
  return [
    {
      verb: "credential",
      subject: `${credentialId}/${messageId}`,
      label: t("Check credentials: {from}", { from }),
    },
    ...(text === "" || hidden
      ? []
      : [{ verb: "report", subject: `${questionId}/${messageId}`, label: t("Report: {from}", { from }) }]),
  ];
}
