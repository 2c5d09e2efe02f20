import { takeAlert } from "#core/moderation/take-alert.ts";
import type { SlackButton } from "../press.ts";

export const takeAlertButton = {
  verb: "take-alert",
  changes: true,
  access: "crisis.take",
  async run({ handling, actor, subjectId }) {
    await takeAlert(handling, { actor, alertId: subjectId });
    return { say: "Thank you. The member is told that somebody is here." };
  },
} satisfies SlackButton;
