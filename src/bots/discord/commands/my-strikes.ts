import { SlashCommandBuilder } from "discord.js";
import { myStrikes } from "#core/moderation/decisions/strikes.ts";
import { strikesFace } from "../cards/strikes.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const myStrikesCommand = {
  data: everywhere(
    new SlashCommandBuilder()
      .setName("my-strikes")
      .setDescription("What moderators decided about you, your points, and how to ask for another look"),
  ),
  reply: "private",
  changes: false,
  access: "decision.read-own",
  run: async ({ core, actor }) => show(strikesFace(await myStrikes(core, { actor }))),
} satisfies DiscordCommand;
