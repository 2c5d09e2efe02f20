import { AMBER_WORDS } from "#bots/experience-words.ts";
import { amberOf } from "#core/experiences/ambers.ts";
import { changeAmbers } from "#core/experiences/change-ambers.ts";
import { t } from "#core/language/t.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const neverShow = {
  verb: "never-show",
  reply: "private",
  changes: true,
  access: "experience.find",
  async run({ handling, actor, subjectId }) {
    await changeAmbers(handling, { actor, add: [subjectId] });
    const label = amberOf(subjectId);
    return line(
      t("From now on you are not shown experiences with the label “{what}”.", {
        what: label === undefined ? "" : t(AMBER_WORDS[label]),
      }),
      [{ verb: "show-again", subject: subjectId, label: t("Show them again") }],
    );
  },
} satisfies DiscordButton;
