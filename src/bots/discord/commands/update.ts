import { SlashCommandBuilder } from "discord.js";
import { updateModal } from "../forms/update.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const updateCommand = {
  data: everywhere(
    new SlashCommandBuilder().setName("update").setDescription("Tell your friends here how you are"),
  ),
  reply: "form",
  changes: false,
  access: "update.write",
  run: async () => updateModal("new"),
} satisfies DiscordCommand;
