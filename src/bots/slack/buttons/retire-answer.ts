import { retireEntry } from "#core/library/retire-entry.ts";
import type { SlackButton } from "../press.ts";

export const retireAnswer = {
  verb: "retire-answer",
  changes: true,
  access: "library.retire",
  async run({ handling, actor, subjectId }) {
    const { number } = await retireEntry(handling, { actor, named: { entryId: subjectId } });
    return { say: `Answer ${number} is out of the library for good.` };
  },
} satisfies SlackButton;
