import { SlashCommandBuilder } from "discord.js";
import { ask } from "../buttons/ask.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const askCommand = {
  ...ask,
  data: everywhere(
    new SlashCommandBuilder()
      .setName("ask")
      .setDescription("Ask a question; you see what is sent before it is sent"),
  ),
} satisfies DiscordCommand;
