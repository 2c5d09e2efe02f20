import { NOBODY_CHECKED } from "#bots/experience-words.ts";
import { readExperience } from "#core/experiences/read-experience.ts";
import { t } from "#core/language/t.ts";
import { experienceBody } from "../cards/experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const openExperience = {
  verb: "open-experience",
  reply: "private",
  changes: false,
  access: "experience.find",
  async run({ core, actor, subjectId: experienceId }) {
    const card = await readExperience(core, { actor, experienceId });
    const report = { verb: "experience-report", subject: experienceId, label: t("Report") };
    return show({
      title: t("What a member shared"),
      body: `${experienceBody(card)}\n\n${t(NOBODY_CHECKED)}`,
      buttons: card.isOwn ? [] : [report],
    });
  },
} satisfies DiscordButton;
