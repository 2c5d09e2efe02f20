import { agreeToKeep } from "#core/library/agree-to-keep.ts";
import type { SlackButton } from "../press.ts";

export const keepYes = {
  verb: "keep-yes",
  changes: true,
  access: "library.agree",
  async run({ handling, actor, subjectId }) {
    await agreeToKeep(handling, { actor, entryId: subjectId });
    return { say: "Thank you. Your yes is written down; the card says what it waits for." };
  },
} satisfies SlackButton;
