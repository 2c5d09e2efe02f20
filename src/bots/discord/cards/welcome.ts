import { welcomeWords } from "#bots/rhythm-words.ts";
import { t } from "#core/language/t.ts";
import type { WelcomeCard } from "#core/rhythm/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function welcomeFace(card: WelcomeCard): Face {
  const { title, body } = welcomeWords(card);
  return {
    title,
    body: body.join("\n\n"),
    footer: escapeText(card.community),
    buttons: [
      ...(card.offersDigest
        ? [{ verb: "digest-on", subject: card.communityId, label: t("Send me a weekly digest") }]
        : []),
      { verb: "help-now", subject: "all", label: t("Get help now") },
    ],
  };
}
