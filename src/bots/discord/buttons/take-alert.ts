import { takeAlert } from "#core/moderation/take-alert.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const takeAlertButton = {
  verb: "take-alert",
  reply: "private",
  changes: true,
  access: "crisis.take",
  async run({ handling, actor, subjectId }) {
    await takeAlert(handling, { actor, alertId: subjectId });
    return line("Thank you. The member is being told that a person from the team is here.");
  },
} satisfies DiscordButton;
