import { SlashCommandBuilder } from "discord.js";
import { appealByCodeButton } from "../buttons/appeal-by-code.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const appealCommand = {
  ...appealByCodeButton,
  data: everywhere(
    new SlashCommandBuilder()
      .setName("appeal")
      .setDescription("Ask for another look at a decision about you"),
  ),
} satisfies DiscordCommand;
