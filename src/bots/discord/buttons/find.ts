import { findModal } from "../forms/find.ts";
import type { DiscordButton } from "../press.ts";

export const find = {
  verb: "find",
  reply: "form",
  changes: false,
  access: "library.find",
  run: async () => findModal(),
} satisfies DiscordButton;
