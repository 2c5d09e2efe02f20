import { removeExperience } from "#core/experiences/remove-experience.ts";
import { t } from "#core/language/t.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const removeExperienceButton = {
  verb: "experience-remove",
  reply: "update",
  changes: true,
  access: "experience.withdraw",
  async run({ handling, actor, subjectId: experienceId }) {
    const { number } = await removeExperience(handling, { actor, experienceId });
    return line(t("Experience {number} is deleted. No word of it is kept here.", { number }));
  },
} satisfies DiscordButton;
