import { WITHDRAWN } from "#bots/experience-words.ts";
import { withdrawExperience } from "#core/experiences/withdraw-experience.ts";
import { t } from "#core/language/t.ts";
import { forgetTyped } from "../experiences-in-hand.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/** Also in a time-out. */
export const withdrawExperienceButton = {
  verb: "experience-withdraw",
  reply: "update",
  changes: true,
  access: "experience.withdraw",
  async run({ handling, actor, subjectId: experienceId }) {
    const { number } = await withdrawExperience(handling, { actor, experienceId });
    forgetTyped(experienceId);
    return line(t("Experience {number} is withdrawn. {what}", { number, what: t(WITHDRAWN) }), [
      { verb: "my-experiences", subject: "all", label: t("My experiences") },
    ]);
  },
} satisfies DiscordButton;
