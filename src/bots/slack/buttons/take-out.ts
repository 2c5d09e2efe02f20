import { withdrawEntry } from "#core/library/withdraw-entry.ts";
import type { SlackButton } from "../press.ts";

export const takeOut = {
  verb: "take-out",
  changes: true,
  access: "library.agree",
  async run({ handling, actor, subjectId }) {
    await withdrawEntry(handling, { actor, entryId: subjectId });
    return { say: "It is out of the library, and nobody finds it any more." };
  },
} satisfies SlackButton;
