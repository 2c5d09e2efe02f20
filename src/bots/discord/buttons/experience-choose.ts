import { choose } from "#core/experiences/choose.ts";
import { choicesFace } from "../cards/own-experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const chooseForExperience = {
  verb: "experience-choose",
  reply: "update",
  changes: true,
  access: "experience.draft",
  async run({ handling, actor, subjectId, fields }) {
    const [experienceId = "", choice = ""] = subjectId.split("/");
    return show(
      choicesFace(await choose(handling, { actor, experienceId, choice, value: fields.chosen ?? "" })),
    );
  },
} satisfies DiscordButton;
