import { AMBER_WORDS, whoseWords } from "#bots/experience-words.ts";
import type { Amber } from "#core/experiences/ambers.ts";
import {
  EXPERIENCE_FIELDS,
  type ExperienceText,
  FIELDS,
  type Field,
} from "#core/experiences/experience-text.ts";
import type { ExperienceCard } from "#core/experiences/find-experiences.ts";
import { escapeText } from "../markup.ts";

const LIST = new Intl.ListFormat("en", { type: "conjunction" });

export const labelWords = (labels: readonly Amber[]): string =>
  LIST.format(labels.map((label) => AMBER_WORDS[label]));

/** Hidden until it is pressed, line by line: however long a text is, no cut can fall into a line and show it. */
const hidden = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : `||${escapeText(line)}||`))
    .join("\n");

/** What is written under the fields, with the fields that have nothing left out. `since` stands in the first line. */
export function fieldLines(text: ExperienceText, write: (field: Field) => string): string[] {
  return FIELDS.filter((field) => field !== "since" && text[field] !== "").map(
    (field) => `**${EXPERIENCE_FIELDS[field]}**\n${write(field)}`,
  );
}

/** An experience as others see it: whoever told it by their name here, the labels in words, and the text behind them. */
export function experienceBody({
  pseudonym,
  topic,
  whose,
  text,
  labels,
  redacted,
}: Omit<ExperienceCard, "experienceId" | "isOwn">): string {
  const since = text.since === "" ? [] : [`since ${escapeText(text.since)}`];
  const head = [`**${escapeText(pseudonym)}**`, topic, whoseWords(whose), ...since].filter(
    (part) => part !== "",
  );
  const write = (field: Field) => (labels.length === 0 ? escapeText(text[field]) : hidden(text[field]));
  return [
    head.join(" · "),
    ...(labels.length === 0 ? [] : [`**Label: ${labelWords(labels)}.** Press a line to read it.`]),
    ...fieldLines(text, write),
    ...(redacted ? ["The moderators removed some words."] : []),
  ].join("\n\n");
}
