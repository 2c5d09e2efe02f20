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
      ? "We have too few answers yet to say how long it usually takes."
      : `Usual first answer here: ${usualWaitHours.from}-${usualWaitHours.to} h.`;
  return {
    title: `Question ${number} received`,
    body: [
      usual,
      `We'll tell you by ${moment(promisedAt)} even if nobody can answer.`,
      "This is not watched around the clock. If you might be in danger now, call your local emergency number (911 / 999 / 112).",
    ].join("\n"),
    footer: escapeText(community),
    buttons: [
      { verb: "my", subject: "all", label: "My questions" },
      { verb: "take-back", subject: questionId, label: "Take back" },
    ],
  };
}
