import { declineToKeep } from "#core/library/decline-to-keep.ts";
import type { SlackButton } from "../press.ts";

export const keepNo = {
  verb: "keep-no",
  changes: true,
  access: "library.agree",
  async run({ handling, actor, subjectId }) {
    await declineToKeep(handling, { actor, entryId: subjectId });
    return { say: "Nothing is kept, and nobody is asked again about this answer." };
  },
} satisfies SlackButton;
