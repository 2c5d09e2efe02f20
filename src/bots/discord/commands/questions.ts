import { SlashCommandBuilder } from "discord.js";
import { questionsForPeers } from "#core/peers/asked/questions-for-peers.ts";
import { peerQuestionsFace } from "../cards/peer-question.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const questionsCommand = {
  data: everywhere(
    new SlashCommandBuilder()
      .setName("questions")
      .setDescription("Questions that other members let you read; tell what helped you"),
  ),
  reply: "private",
  changes: false,
  access: "question.read-peers",
  run: async ({ core, actor }) => show(peerQuestionsFace(await questionsForPeers(core, { actor }))),
} satisfies DiscordCommand;
