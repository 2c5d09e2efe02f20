import { myCard } from "#core/peers/card/my-card.ts";
import { pauseMatching } from "#core/peers/card/pause-matching.ts";
import { connectFace } from "../cards/connect.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const connectForget = {
  verb: "connect-forget",
  reply: "update",
  changes: true,
  access: "peers.connect",
  async run({ core, handling, actor }) {
    await pauseMatching(handling, { actor, forget: true });
    return show(connectFace(await myCard(core, { actor })));
  },
} satisfies DiscordButton;
