import { SlashCommandBuilder } from "discord.js";
import { inbox } from "../buttons/inbox.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const inboxCommand = {
  ...inbox,
  data: everywhere(
    new SlashCommandBuilder().setName("inbox").setDescription("Everything that was sent to you here"),
  ),
} satisfies DiscordCommand;
