import { cancelDraft } from "#core/experiences/cancel-draft.ts";
import { t } from "#core/language/t.ts";
import { forgetTyped } from "../experiences-in-hand.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const cancelExperience = {
  verb: "experience-cancel",
  reply: "update",
  changes: true,
  access: "experience.draft",
  async run({ handling, actor, subjectId: experienceId }) {
    const { stands } = await cancelDraft(handling, { actor, experienceId });
    forgetTyped(experienceId);
    return line(
      stands ? t("Cancelled. What you shared before stands as it was.") : t("Cancelled. Nothing was shared."),
    );
  },
} satisfies DiscordButton;
