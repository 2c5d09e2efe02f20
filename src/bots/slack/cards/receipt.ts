import type { ReceiptCard } from "#core/questions/cards.ts";
import { type Face, moment } from "../markup.ts";

export function receiptFace({ number, usualWaitHours, promisedAt }: ReceiptCard): Face {
  const usual =
    usualWaitHours === undefined
      ? "We have too few answers yet to say how long it usually takes."
      : `Usual first answer here: ${usualWaitHours.from}-${usualWaitHours.to} h.`;
  return {
    title: `Question ${number} received`,
    pieces: [{ ours: `${usual} We'll tell you by ${moment(promisedAt)} even if nobody can answer.` }],
    buttons: [],
  };
}
