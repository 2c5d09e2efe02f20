import { t } from "#core/language/t.ts";
import { declineToKeep } from "#core/library/decline-to-keep.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const keepNo = {
  verb: "keep-no",
  reply: "private",
  changes: true,
  access: "library.agree",
  async run({ handling, actor, subjectId }) {
    await declineToKeep(handling, { actor, entryId: subjectId });
    return line(t("That is fine. Nothing is kept for others, and nobody asks you again about this answer."));
  },
} satisfies DiscordButton;
