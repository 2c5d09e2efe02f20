import { helpNowFace } from "../cards/help-now.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const pickCountry = {
  verb: "pick-country",
  reply: "update",
  changes: false,
  access: "anyone",
  run: async ({ core, subjectId }) => show(helpNowFace(core.crisisLines(), subjectId)),
} satisfies DiscordButton;
