import { SlashCommandBuilder } from "discord.js";
import { my } from "../buttons/my.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const myCommand = {
  ...my,
  data: everywhere(
    new SlashCommandBuilder().setName("my").setDescription("Your questions and where they stand"),
  ),
} satisfies DiscordCommand;
