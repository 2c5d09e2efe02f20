import { appellantOf } from "../actor.ts";
import { replyToAppealForm } from "../forms/reply-to-appeal.ts";
import type { SlackButton } from "../press.ts";

export const replyToAppealButton = {
  verb: "reply-to-appeal",
  changes: false,
  access: "anyone",
  async run({ core, who, subjectId }) {
    await appellantOf(core, who);
    return { form: replyToAppealForm(subjectId) };
  },
} satisfies SlackButton;
