import { t } from "#core/language/t.ts";
import { withdrawEntry } from "#core/library/withdraw-entry.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const takeOut = {
  verb: "take-out",
  reply: "private",
  changes: true,
  access: "library.agree",
  async run({ handling, actor, subjectId }) {
    await withdrawEntry(handling, { actor, entryId: subjectId });
    return line(
      t(
        "It is out of the library, and nobody can find it any more. Your question and its answer stay as they are.",
      ),
    );
  },
} satisfies DiscordButton;
