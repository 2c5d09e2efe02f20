import { AMBER_WORDS, whoseWords } from "#bots/experience-words.ts";
import { topicWords } from "#core/credentials/topics.ts";
import type { Amber } from "#core/experiences/ambers.ts";
import {
  EXPERIENCE_FIELDS,
  type ExperienceText,
  FIELDS,
  type Field,
} from "#core/experiences/experience-text.ts";
import type { ExperienceCard } from "#core/experiences/find-experiences.ts";
import { listed } from "#core/language/formats.ts";
import { t } from "#core/language/t.ts";
import { escapeText } from "../markup.ts";

export const labelWords = (labels: readonly Amber[]): string =>
  listed(labels.map((label) => t(AMBER_WORDS[label])));

/** Hidden until it is pressed, line by line: however long a text is, no cut can fall into a line and show it. */
const hidden = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : `||${escapeText(line)}||`))
    .join("\n");

/** What is written under the fields, with the fields that have nothing left out. `since` stands in the first line. */
export function fieldLines(text: ExperienceText, write: (field: Field) => string): string[] {
  return FIELDS.filter((field) => field !== "since" && text[field] !== "").map(
    (field) => `**${t(EXPERIENCE_FIELDS[field])}**\n${write(field)}`,
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
  const since = text.since === "" ? [] : [t("since {since}", { since: escapeText(text.since) })];
  const head = [`**${escapeText(pseudonym)}**`, topicWords(topic), whoseWords(whose), ...since].filter(
    (part) => part !== "",
  );
  const write = (field: Field) => (labels.length === 0 ? escapeText(text[field]) : hidden(text[field]));
  return [
    head.join(" · "),
    ...(labels.length === 0
      ? []
      : [t("**Label: {labels}.** Press a line to read it.", { labels: labelWords(labels) })]),
    ...fieldLines(text, write),
    ...(redacted ? [t("The moderators removed some words.")] : []),
  ].join("\n\n");
}
