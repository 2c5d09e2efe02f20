import { myCard } from "#core/peers/card/my-card.ts";
import { connectTagsModal } from "../forms/connect-tags.ts";
import type { DiscordButton } from "../press.ts";

export const connectTags = {
  verb: "connect-tags",
  reply: "form",
  changes: false,
  access: "peers.connect",
  run: async ({ core, actor }) => connectTagsModal(await myCard(core, { actor })),
} satisfies DiscordButton;
