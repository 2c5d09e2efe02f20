import { chooseLabels } from "#core/experiences/choose-labels.ts";
import { ownFace } from "../cards/own-experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const labelsOfExperience = {
  verb: "experience-labels",
  reply: "update",
  changes: true,
  access: "experience.draft",
  async run({ handling, actor, subjectId: experienceId, fields }) {
    const labels = (fields.chosen ?? "").split(" ");
    return show(ownFace(await chooseLabels(handling, { actor, experienceId, labels })));
  },
} satisfies DiscordButton;
