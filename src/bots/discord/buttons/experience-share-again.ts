import { shareAgain } from "#core/experiences/share-again.ts";
import { ownFace } from "../cards/own-experience.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const shareExperienceAgain = {
  verb: "experience-share-again",
  reply: "update",
  changes: true,
  access: "experience.share",
  run: async ({ handling, actor, subjectId: experienceId }) =>
    show(ownFace(await shareAgain(handling, { actor, experienceId }))),
} satisfies DiscordButton;
