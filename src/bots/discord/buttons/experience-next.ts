import { previewExperience } from "#core/experiences/preview-experience.ts";
import { previewFace } from "../cards/own-experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const nextInExperience = {
  verb: "experience-next",
  reply: "update",
  changes: false,
  access: "experience.draft",
  run: async ({ core, actor, subjectId: experienceId }) =>
    show(previewFace(await previewExperience(core, { actor, experienceId }))),
} satisfies DiscordButton;
