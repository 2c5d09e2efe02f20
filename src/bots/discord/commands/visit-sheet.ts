import { SlashCommandBuilder } from "discord.js";
import { sheetPeriod } from "../buttons/sheet-period.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const visitSheetCommand = {
  ...sheetPeriod,
  reply: "private",
  data: everywhere(
    new SlashCommandBuilder()
      .setName("visit-sheet")
      .setDescription("A page for your own clinician: your questions, the answers, your notes"),
  ),
} satisfies DiscordCommand;
