import { myBlocks } from "#core/peers/blocks/my-blocks.ts";
import { blocksFace } from "../cards/blocks.ts";
import { show } from "../markup.ts";
import { pageFrom } from "../pages.ts";
import type { DiscordButton } from "../press.ts";

export const blocksPage = {
  verb: "blocks-page",
  reply: "update",
  changes: false,
  access: "peers.block",
  run: async ({ core, actor, subjectId }) =>
    show(blocksFace(await myBlocks(core, { actor }), pageFrom(subjectId))),
} satisfies DiscordButton;
