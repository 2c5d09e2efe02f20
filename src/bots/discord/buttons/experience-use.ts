import { changeUse } from "#core/experiences/change-use.ts";
import { ownFace } from "../cards/own-experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const useOfExperience = {
  verb: "experience-use",
  reply: "update",
  changes: true,
  access: "experience.draft",
  async run({ handling, actor, subjectId }) {
    const [experienceId = "", use = "", wanted] = subjectId.split("/");
    return show(ownFace(await changeUse(handling, { actor, experienceId, use, on: wanted === "on" })));
  },
} satisfies DiscordButton;
