import { myCard } from "#core/peers/card/my-card.ts";
import { connectMannerModal } from "../forms/connect-manner.ts";
import type { DiscordButton } from "../press.ts";

export const connectManner = {
  verb: "connect-manner",
  reply: "form",
  changes: false,
  access: "peers.connect",
  run: async ({ core, actor }) => connectMannerModal(await myCard(core, { actor })),
} satisfies DiscordButton;
