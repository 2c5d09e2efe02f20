import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ANSWER_FIELDS, type AnswerText } from "#core/questions/cards.ts";
import { type Crossing, openText } from "#core/questions/message-text.ts";

const answerWords = (answer: AnswerText): string =>
  (Object.keys(ANSWER_FIELDS) as (keyof AnswerText)[])
    .filter((field) => answer[field] !== "")
    .map((field) => `${ANSWER_FIELDS[field]}: ${answer[field]}`)
    .join("\n\n");

/** A text that crossed, as one reads it. */
export function wordsOf(crossing: Crossing): string {
  if ("answer" in crossing) return answerWords(crossing.answer);
  if ("plain" in crossing) return crossing.plain;
  const { question, tried } = crossing.patient;
  return tried === "" ? question : `${question}\n\nTried so far: ${tried}`;
}

/** What others saw of a message; the words that were typed stay in the vault. */
export async function crossedWords(
  tx: Tx,
  core: Core,
  { id, askerId, crossingSealed }: { id: string; askerId: string; crossingSealed: Uint8Array | null },
): Promise<string> {
  if (crossingSealed === null) return "";
  return wordsOf(await openText<Crossing>(tx, core, askerId, id, "crossingSealed", crossingSealed));
}
