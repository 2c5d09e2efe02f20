import { t } from "#core/language/t.ts";
import { agreeToKeep } from "#core/library/agree-to-keep.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const keepYes = {
  verb: "keep-yes",
  reply: "private",
  changes: true,
  access: "library.agree",
  async run({ handling, actor, subjectId }) {
    await agreeToKeep(handling, { actor, entryId: subjectId });
    return line(
      t("Thank you. Somebody else looks at it before anybody can find it. You can change your mind."),
      [{ verb: "take-out", subject: subjectId, label: t("I changed my mind") }],
    );
  },
} satisfies DiscordButton;
