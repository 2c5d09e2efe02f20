import { myMentoring } from "#core/peers/mentors/my-mentoring.ts";
import { mentoringFace } from "../cards/mentoring.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const mentor = {
  verb: "mentor",
  reply: "private",
  changes: false,
  access: "mentor.keep",
  run: async ({ core, actor }) => show(mentoringFace(await myMentoring(core, { actor }))),
} satisfies DiscordButton;
