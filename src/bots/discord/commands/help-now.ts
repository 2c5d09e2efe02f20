import { SlashCommandBuilder } from "discord.js";
import { helpNow } from "../buttons/help-now.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const helpNowCommand = {
  ...helpNow,
  data: everywhere(
    new SlashCommandBuilder().setName("help-now").setDescription("Help lines you can reach right now"),
  ),
} satisfies DiscordCommand;
