import { showOwn } from "#core/experiences/show-own.ts";
import { choicesFace } from "../cards/own-experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const backInExperience = {
  verb: "experience-back",
  reply: "update",
  changes: false,
  access: "experience.read-own",
  run: async ({ core, actor, subjectId: experienceId }) =>
    show(choicesFace(await showOwn(core, { actor, experienceId }))),
} satisfies DiscordButton;
