import { myExperiences } from "#core/experiences/my-experiences.ts";
import { myExperiencesFace } from "../cards/my-experiences.ts";
import { show } from "../markup.ts";
import { pageFrom } from "../pages.ts";
import type { DiscordButton } from "../press.ts";

export const myExperiencesButton = {
  verb: "my-experiences",
  reply: "private",
  changes: false,
  access: "experience.read-own",
  run: async ({ core, actor, subjectId }) =>
    show(myExperiencesFace(await myExperiences(core, { actor, page: pageFrom(subjectId) }))),
} satisfies DiscordButton;
