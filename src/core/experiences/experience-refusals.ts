import type { Texts } from "#core/refusal-text.ts";
import type { Choice } from "./choices.ts";
import type { ExperienceStatus } from "./experience.ts";

const STATUS_WORDS = {
  draft: "is not shared yet",
  shared: "is shared",
  redacted: "is shared, without some words that the moderators removed",
  hidden: "is hidden by the moderators",
  withdrawn: "is withdrawn, so nobody finds it",
  removed: "is deleted",
  cancelled: "was cancelled",
} as const satisfies Record<ExperienceStatus, string>;

const CHOICE_WORDS = {
  topic: "the topic",
  whose: "whose experience it is",
  outcome: "how it went",
  noticed: "how soon you could tell",
} as const satisfies Record<Choice, string>;

const LIST = new Intl.ListFormat("en", { type: "conjunction" });

/** Words for what can be refused about experiences. */
export const EXPERIENCE_TEXT: Texts<"experience_status" | "choices_missing"> = {
  experience_status: ({ is }) => ({
    title: "Not possible with this experience",
    detail: `This experience ${STATUS_WORDS[is]}.`,
    nextStep: "Use /experience mine to see what can be done with it.",
  }),
  choices_missing: ({ missing }) => ({
    title: "Almost there",
    detail: `Still to choose: ${LIST.format(missing.map((choice) => CHOICE_WORDS[choice]))}.`,
    nextStep: "Choose it from the lists, then press Next.",
  }),
};
