import { appellantOf } from "../actor.ts";
import { appealForm } from "../forms/appeal.ts";
import type { SlackButton } from "../press.ts";

/** "I disagree", on what was decided about them. */
export const appealButton = {
  verb: "appeal",
  changes: false,
  access: "anyone",
  async run({ core, who, subjectId }) {
    await appellantOf(core, who);
    return { form: appealForm(subjectId) };
  },
} satisfies SlackButton;
