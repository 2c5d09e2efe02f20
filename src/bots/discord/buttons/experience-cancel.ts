import { cancelDraft } from "#core/experiences/cancel-draft.ts";
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
      stands ? "Cancelled. What you shared before stands as it was." : "Cancelled. Nothing was shared.",
    );
  },
} satisfies DiscordButton;
