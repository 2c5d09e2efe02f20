import { SlashCommandBuilder } from "discord.js";
import { myFriends } from "#core/peers/friends/my-friends.ts";
import { friendsFace } from "../cards/friends.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

export const friendsCommand = {
  data: everywhere(new SlashCommandBuilder().setName("friends").setDescription("See your friends here")),
  reply: "private",
  changes: false,
  access: "friends.read",
  run: async ({ core, actor }) => show(friendsFace(await myFriends(core, { actor }))),
} satisfies DiscordCommand;
