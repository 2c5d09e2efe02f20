import { SlashCommandBuilder } from "discord.js";
import { myCard } from "#core/peers/card/my-card.ts";
import { connectFace } from "../cards/connect.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const connectCommand = {
  data: everywhere(
    new SlashCommandBuilder().setName("connect").setDescription("Find somebody like you here"),
  ),
  reply: "private",
  changes: false,
  access: "peers.connect",
  run: async ({ core, actor }) => show(connectFace(await myCard(core, { actor }))),
} satisfies DiscordCommand;
