import { SlashCommandBuilder } from "discord.js";
import { joiningFace } from "../cards/joining.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const startCommand = {
  data: everywhere(
    new SlashCommandBuilder()
      .setName("start")
      .setDescription("What this is, who can see what, and how to join"),
  ),
  reply: "private",
  changes: false,
  access: "anyone",
  run: async () => show(joiningFace(0)),
} satisfies DiscordCommand;
