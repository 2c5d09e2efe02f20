import { listed } from "#core/language/formats.ts";
import { msg, t } from "#core/language/t.ts";
import type { Texts } from "#core/refusal-text.ts";
import type { Choice } from "./choices.ts";
import type { ExperienceStatus } from "./experience.ts";

const STATUS_WORDS = {
  draft: msg("This experience is not shared yet."),
  shared: msg("This experience is shared."),
  redacted: msg("This experience is shared, without some words that the moderators removed."),
  hidden: msg("This experience is hidden by the moderators."),
  withdrawn: msg("This experience is withdrawn, so nobody finds it."),
  removed: msg("This experience is deleted."),
  cancelled: msg("This experience was cancelled."),
} as const satisfies Record<ExperienceStatus, string>;

const CHOICE_WORDS = {
  topic: msg("the topic"),
  whose: msg("whose experience it is"),
  outcome: msg("how it went"),
  noticed: msg("how soon you could tell"),
} as const satisfies Record<Choice, string>;

/** Words for what can be refused about experiences. */
export const EXPERIENCE_TEXT: Texts<"experience_status" | "choices_missing"> = {
  experience_status: ({ is }) => ({
    title: t("Not possible with this experience"),
    detail: t(STATUS_WORDS[is]),
    nextStep: t("Use /experience mine to see what can be done with it."),
  }),
  choices_missing: ({ missing }) => ({
    title: t("Almost there"),
    detail: t("Still to choose: {what}.", { what: listed(missing.map((choice) => t(CHOICE_WORDS[choice]))) }),
    nextStep: t("Choose it from the lists, then press Next."),
  }),
};
