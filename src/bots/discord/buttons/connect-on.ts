import { matchMe } from "#core/peers/card/match-me.ts";
import { myCard } from "#core/peers/card/my-card.ts";
import { connectFace } from "../cards/connect.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const connectOn = {
  verb: "connect-on",
  reply: "update",
  changes: true,
  access: "peers.connect",
  async run({ core, handling, actor }) {
    await matchMe(handling, { actor });
    return show(connectFace(await myCard(core, { actor })));
  },
} satisfies DiscordButton;
