import { changeAmbers } from "#core/experiences/change-ambers.ts";
import { t } from "#core/language/t.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const showAmberAgain = {
  verb: "show-again",
  reply: "update",
  changes: true,
  access: "experience.find",
  async run({ handling, actor, subjectId }) {
    await changeAmbers(handling, { actor, take: [subjectId] });
    return line(t("You are shown them again, with the label before the text."));
  },
} satisfies DiscordButton;
