import type { ReadingAlarmCard } from "#core/privacy/reading-alarm-card.ts";

/** The name comes as it may stand on the platform. */
export const readingAlarmWords = ({ pseudonym }: Pick<ReadingAlarmCard, "pseudonym">) => ({
  title: "Somebody reads unusually much",
  lines: [
    `${pseudonym} opened more of what others shared than people usually read, and is slowed down for now.`,
    "It may be somebody who cannot sleep, or somebody who collects. Ask them kindly first; if it goes on, report the person.",
  ],
});
