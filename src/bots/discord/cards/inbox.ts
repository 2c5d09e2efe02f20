import { t } from "#core/language/t.ts";
import type { AnswerCard } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";
import { openAnswerFace } from "./answer.ts";

/** Everything that was sent to a member, one at a time: the chosen one, else the newest, which comes first. */
export function inboxFace(cards: readonly AnswerCard[], chosenId?: string): Face {
  const chosen = cards.find(({ messageId }) => messageId === chosenId) ?? cards[0];
  if (chosen === undefined)
    return { title: t("Inbox"), body: t("Nothing has come for you yet."), buttons: [] };
  const options = cards.map((card, at) => ({
    label: t("{what}question {number}, {message}", {
      what: at === 0 ? t("Newest: ") : "",
      number: card.number,
      message: card.message,
    }),
    value: card.messageId,
  }));
  return {
    ...openAnswerFace(chosen),
    ...(options.length > 1 ? { choice: { verb: "pick-answer", hint: t("Another message"), options } } : {}),
  };
}

/** To a member whose direct messages are closed, beside the inbox: another way, and who else can read there. */
export const threadOffer = (): Face => ({
  title: t("Your direct messages are closed"),
  body: t(
    "Replies wait here in your inbox. You may use a private thread in this server instead. This server's moderators can open private threads.",
  ),
  buttons: [{ verb: "use-thread", subject: "own", label: t("Use a private thread") }],
});
