import { SlashCommandBuilder } from "discord.js";
import { memberSettings } from "#core/members/member-settings.ts";
import { settingsFace } from "../cards/settings.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const privacyCommand = {
  data: everywhere(
    new SlashCommandBuilder()
      .setName("privacy")
      .setDescription("Your name here, your country and how replies reach you"),
  ),
  reply: "private",
  changes: false,
  access: "member.settings",
  run: async ({ core, actor }) => show(settingsFace(await memberSettings(core, { actor }))),
} satisfies DiscordCommand;
