import { askModal } from "../forms/ask.ts";
import type { DiscordButton } from "../press.ts";

export const ask = {
  verb: "ask",
  reply: "form",
  changes: false,
  access: "question.ask",
  run: async () => askModal("new"),
} satisfies DiscordButton;
