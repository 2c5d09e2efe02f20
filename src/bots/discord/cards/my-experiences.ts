import { STATUS_WORDS } from "#bots/experience-words.ts";
import type { MyExperiences } from "#core/experiences/my-experiences.ts";
import type { StoredExperience } from "#core/experiences/own-experience.ts";
import { t } from "#core/language/t.ts";
import { type Button, escapeText, type Face } from "../markup.ts";
import { moreButton } from "../pages.ts";

const NEW = (): Button => ({
  verb: "experience-new",
  subject: "new",
  label: t("Share an experience"),
  look: "main",
});

const statusWords = ({ status, waits }: StoredExperience): string =>
  `${t(STATUS_WORDS[status])}${waits && status !== "draft" ? t("; a change waits for Share") : ""}`;

/** A member's experiences, newest first, to choose one. */
export function myExperiencesFace(mine: MyExperiences): Face {
  const { experiences: all } = mine;
  return {
    title: t("My experiences"),
    body:
      all.length === 0
        ? t("You have not shared an experience yet.")
        : all
            .map((own) =>
              t("**Experience {number}** · {about} · {own}", {
                number: own.number,
                about: escapeText(own.text.about),
                own: statusWords(own),
              }),
            )
            .join("\n"),
    footer: t("Only you see this page"),
    buttons: [NEW(), ...moreButton("my-experiences", mine)],
    choice: {
      verb: "pick-experience",
      hint: t("Open one to change or withdraw it"),
      options: all.map((own) => ({
        label: `${own.number}: ${own.text.about} (${statusWords(own)})`,
        value: own.experienceId,
      })),
    },
  };
}
