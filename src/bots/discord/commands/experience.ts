import { SlashCommandBuilder } from "discord.js";
import { TOPICS } from "#core/credentials/topics.ts";
import { newExperience } from "../buttons/experience-new.ts";
import { myExperiencesButton } from "../buttons/my-experiences.ts";
import { foundFor } from "../find-experiences.ts";
import type { DiscordCommand, Route } from "../press.ts";
import { everywhere } from "./everywhere.ts";

const WORDS_LIMIT = 100;

const data = new SlashCommandBuilder()
  .setName("experience")
  .setDescription("What members tell of treatments and of coping");
data.addSubcommand((sub) =>
  sub.setName("share").setDescription("Tell yours; you see it as others will before it is shared"),
);
data.addSubcommand((sub) =>
  sub
    .setName("find")
    .setDescription("Read what others told; only you see what is found")
    .addStringOption((option) =>
      option
        .setName("words")
        .setDescription("A treatment, or what it is about")
        .setRequired(true)
        .setMaxLength(WORDS_LIMIT),
    )
    .addStringOption((option) =>
      option
        .setName("topic")
        .setDescription("Only of this topic")
        .setChoices(TOPICS.map((topic) => ({ name: topic, value: topic }))),
    ),
);
data.addSubcommand((sub) => sub.setName("mine").setDescription("Change, withdraw or delete what you shared"));

const find: Route = {
  reply: "private",
  changes: false,
  access: "experience.find",
  run: ({ core, actor, fields: { words = "", topic } }) =>
    foundFor(core, { actor }, { words, ...(topic === undefined ? {} : { topic }), seen: [] }),
};

export const experienceCommand = {
  data: everywhere(data),
  subcommands: { share: newExperience, find, mine: myExperiencesButton },
} satisfies DiscordCommand;
