import { shareExperience } from "#core/experiences/share-experience.ts";
import { t } from "#core/language/t.ts";
import { forgetTyped } from "../experiences-in-hand.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const shareExperienceButton = {
  verb: "experience-share",
  reply: "update",
  changes: true,
  access: "experience.share",
  async run({ handling, actor, subjectId }) {
    const [experienceId = "", edition] = subjectId.split("/");
    const { number } = await shareExperience(handling, { actor, experienceId, edition: Number(edition) });
    forgetTyped(experienceId);
    return line(
      t(
        "Shared. Thank you: it is experience {number}, and others can find it now. You can change or withdraw it at any time with /experience mine.",
        { number },
      ),
      [{ verb: "my-experiences", subject: "all", label: t("My experiences") }],
    );
  },
} satisfies DiscordButton;
