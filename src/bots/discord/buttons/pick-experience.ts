import { showOwn } from "#core/experiences/show-own.ts";
import { ownFace } from "../cards/own-experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const pickExperience = {
  verb: "pick-experience",
  reply: "update",
  changes: false,
  access: "experience.read-own",
  run: async ({ core, actor, subjectId: experienceId }) =>
    show(ownFace(await showOwn(core, { actor, experienceId }))),
} satisfies DiscordButton;
