import { t } from "#core/language/t.ts";
import type { ReceiptCard } from "#core/questions/cards.ts";
import { escapeText, type Face, moment } from "../markup.ts";

/** Durable proof that a question arrived, with an honest wait and no promise that cannot be kept. */
export function receiptFace({
  questionId,
  number,
  community,
  usualWaitHours,
  promisedAt,
}: ReceiptCard): Face {
  const usual =
    usualWaitHours === undefined
      ? t("We have too few answers yet to say how long it usually takes.")
      : t("Usual first answer here: {from}-{to} h.", { from: usualWaitHours.from, to: usualWaitHours.to });
  return {
    title: t("Question {number} received", { number }),
    body: [
      usual,
      t("We'll tell you by {promisedAt} even if nobody can answer.", { promisedAt: moment(promisedAt) }),
      t(
        "This is not watched around the clock. If you might be in danger now, call your local emergency number (911 / 999 / 112).",
      ),
    ].join("\n"),
    footer: escapeText(community),
    buttons: [
      { verb: "my", subject: "all", label: t("My questions") },
      { verb: "take-back", subject: questionId, label: t("Take back") },
      { verb: "ask-peers", subject: questionId, label: t("Ask other members too") },
    ],
  };
}
