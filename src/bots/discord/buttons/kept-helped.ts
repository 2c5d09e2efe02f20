import { t } from "#core/language/t.ts";
import { thisAnsweredIt } from "#core/library/this-answered-it.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/** Under a post that everybody reads: only whoever pressed sees that they did. */
export const keptHelped = {
  verb: "kept-helped",
  reply: "private",
  changes: true,
  access: "library.find",
  async run({ handling, actor, subjectId: entryId }) {
    await thisAnsweredIt(handling, { actor, entryId, shownBy: { onShelf: true } });
    return line(t("Good. Thank you for telling us; whoever wrote it will be glad. Nobody sees who pressed."));
  },
} satisfies DiscordButton;
