import { renewEntry } from "#core/library/renew-entry.ts";
import type { SlackButton } from "../press.ts";

export const stillRight = {
  verb: "still-right",
  changes: true,
  access: "library.look",
  async run({ handling, actor, subjectId }) {
    const { number } = await renewEntry(handling, { actor, entryId: subjectId });
    return { say: `Members find answer ${number} again. Thank you for looking.` };
  },
} satisfies SlackButton;
