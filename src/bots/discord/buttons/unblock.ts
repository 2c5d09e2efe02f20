import { myBlocks } from "#core/peers/blocks/my-blocks.ts";
import { unblock } from "#core/peers/blocks/unblock.ts";
import { blocksFace } from "../cards/blocks.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const unblockButton = {
  verb: "unblock",
  reply: "update",
  changes: true,
  access: "peers.block",
  async run({ core, handling, actor, subjectId }) {
    await unblock(handling, { actor, blockId: subjectId });
    return show(blocksFace(await myBlocks(core, { actor })));
  },
} satisfies DiscordButton;
