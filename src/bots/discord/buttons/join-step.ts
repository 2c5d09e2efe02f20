import { joiningFace } from "../cards/joining.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const joinStep = {
  verb: "join-step",
  reply: "update",
  changes: false,
  access: "anyone",
  run: async ({ subjectId }) => show(joiningFace(Number(subjectId))),
} satisfies DiscordButton;
