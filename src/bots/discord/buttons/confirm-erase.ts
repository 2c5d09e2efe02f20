import { confirmEraseModal } from "../forms/confirm-erase.ts";
import type { DiscordButton } from "../press.ts";

export const confirmEraseButton = {
  verb: "confirm-erase",
  reply: "form",
  changes: false,
  access: "member.erase",
  run: async ({ actor }) => confirmEraseModal(actor),
} satisfies DiscordButton;
