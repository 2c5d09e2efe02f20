import { SlashCommandBuilder } from "discord.js";
import { TOPICS } from "#core/credentials/topics.ts";
import { ENTRY_LIMITS } from "#core/library/library-entry.ts";
import { findForm } from "../forms/find.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

const builder = new SlashCommandBuilder()
  .setName("find")
  .setDescription("Look whether somebody asked the same before; only you see it");
builder
  .addStringOption((option) =>
    option
      .setName("words")
      .setDescription("A few words; we do not keep them")
      .setRequired(true)
      .setMaxLength(ENTRY_LIMITS.words),
  )
  .addStringOption((option) =>
    option
      .setName("topic")
      .setDescription("Only about this")
      .addChoices(...TOPICS.map((topic) => ({ name: topic, value: topic }))),
  );

export const findCommand = { ...findForm, data: everywhere(builder) } satisfies DiscordCommand;
