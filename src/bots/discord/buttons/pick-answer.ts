import { inbox } from "#core/questions/inbox.ts";
import { inboxFace } from "../cards/inbox.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const pickAnswer = {
  verb: "pick-answer",
  reply: "update",
  changes: false,
  access: "question.read",
  run: async ({ core, actor, subjectId }) => show(inboxFace(await inbox(core, { actor }), subjectId)),
} satisfies DiscordButton;
