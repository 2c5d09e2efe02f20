import { whoSaw } from "#core/privacy/who-saw.ts";
import { whoSawFace } from "../cards/who-saw.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const whoSawButton = {
  verb: "who-saw",
  reply: "private",
  changes: false,
  access: "member.who-saw",
  run: async ({ core, actor }) => show(whoSawFace(await whoSaw(core, { actor }))),
} satisfies DiscordButton;
