import { SlashCommandBuilder } from "discord.js";
import { myBlocks } from "#core/peers/blocks/my-blocks.ts";
import { blocksFace } from "../cards/blocks.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const blocksCommand = {
  data: everywhere(new SlashCommandBuilder().setName("blocks").setDescription("See whom you blocked here")),
  reply: "private",
  changes: false,
  access: "peers.block",
  run: async ({ core, actor }) => show(blocksFace(await myBlocks(core, { actor }))),
} satisfies DiscordCommand;
