import { readingAlarmWords } from "#bots/reading-words.ts";
import type { ReadingAlarmCard } from "#core/privacy/reading-alarm-card.ts";
import { escapeText, type Face } from "../markup.ts";

export function readingAlarmFace({ pseudonym }: ReadingAlarmCard): Face {
  const { title, lines } = readingAlarmWords({ pseudonym: escapeText(pseudonym) });
  return { title, body: lines.join("\n\n"), buttons: [] };
}
