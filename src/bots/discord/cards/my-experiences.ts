import { STATUS_WORDS } from "#bots/experience-words.ts";
import type { OwnExperience } from "#core/experiences/own-experience.ts";
import { escapeText, type Face } from "../markup.ts";

const NEW = { verb: "experience-new", subject: "new", label: "Share an experience", look: "main" } as const;

const statusWords = ({ status, waits }: OwnExperience): string =>
  `${STATUS_WORDS[status]}${waits && status !== "draft" ? "; a change waits for Share" : ""}`;

/** A member's experiences, newest first, to choose one. */
export function myExperiencesFace(all: readonly OwnExperience[]): Face {
  return {
    title: "My experiences",
    body:
      all.length === 0
        ? "You have not shared an experience yet."
        : all
            .map(
              (own) => `**Experience ${own.number}** · ${escapeText(own.text.about)} · ${statusWords(own)}`,
            )
            .join("\n"),
    footer: "Only you see this page",
    buttons: [NEW],
    choice: {
      verb: "pick-experience",
      hint: "Open one to change or withdraw it",
      options: all.map((own) => ({
        label: `${own.number}: ${own.text.about} (${statusWords(own)})`,
        value: own.experienceId,
      })),
    },
  };
}
