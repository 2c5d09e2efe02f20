import { myExperiences } from "#core/experiences/my-experiences.ts";
import { myExperiencesFace } from "../cards/my-experiences.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const myExperiencesButton = {
  verb: "my-experiences",
  reply: "private",
  changes: false,
  access: "experience.read-own",
  run: async ({ core, actor }) => show(myExperiencesFace(await myExperiences(core, { actor }))),
} satisfies DiscordButton;
