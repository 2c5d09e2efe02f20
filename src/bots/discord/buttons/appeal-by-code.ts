import { appealByCodeModal } from "../forms/appeal-by-code.ts";
import type { DiscordButton } from "../press.ts";

/** For anyone: the code is the permission. */
export const appealByCodeButton = {
  verb: "appeal-by-code",
  reply: "form",
  changes: false,
  access: "anyone",
  run: async () => appealByCodeModal(),
} satisfies DiscordButton;
