import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  type Client,
  Events,
  type Interaction,
  MessageFlags,
  SlashCommandBuilder,
  TextInputStyle,
} from "discord.js";
import { expect, test } from "vitest";
import { bot, rig, until } from "./rig.ts";

const MODAL = {
  custom_id: "form",
  title: "Ask",
  components: [
    {
      type: 18 as const,
      label: "Your question",
      component: { type: 4 as const, custom_id: "text", style: TextInputStyle.Paragraph },
    },
    {
      type: 18 as const,
      label: "Topic",
      component: {
        type: 3 as const,
        custom_id: "topic",
        options: [{ label: "Medicines", value: "m" }],
      },
    },
  ],
};

/** Slash command -> form -> private line with a button -> a DM and a private thread. */
function echo(client: Client): void {
  const answer = async (interaction: Interaction): Promise<void> => {
    if (interaction.isChatInputCommand()) await interaction.showModal(MODAL);
    else if (interaction.isModalSubmit()) {
      const text = interaction.fields.getTextInputValue("text");
      const [topic] = interaction.fields.getStringSelectValues("topic");
      const send = new ButtonBuilder().setCustomId("send").setLabel("Send").setStyle(ButtonStyle.Primary);
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        content: `${topic}: ${text}`,
        components: [new ActionRowBuilder<ButtonBuilder>().addComponents(send)],
      });
    } else if (interaction.isButton()) {
      await interaction.update({ content: "sent", components: [] });
      await interaction.user.send("here it is");
      if (interaction.channel?.type !== ChannelType.GuildText) return;
      const thread = await interaction.channel.threads.create({
        name: "for you",
        type: ChannelType.PrivateThread,
        invitable: false,
      });
      await thread.members.add(interaction.user.id);
      await thread.send("and here");
    }
  };
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
}

test("a command, a form, a private line, a press, a DM and a private thread", async () => {
  await using it = await rig();
  await using app = await bot(it.discord, echo);
  await app.client.application.commands.set([
    new SlashCommandBuilder().setName("ask").setDescription("Ask something"),
  ]);
  await it.robin.command("ask", {}, { channelId: it.channelId });
  expect(it.robin.form?.fields.map(({ label }) => label)).toEqual(["Your question", "Topic"]);
  await it.robin.submit({ "Your question": "how much tea?", Topic: "Medicines" });
  expect(it.seen.at(-1)).toMatchObject({
    place: "private",
    text: "m: how much tea?\n[Send]",
    viewers: [it.robin.id],
  });
  await it.robin.press("Send");
  const dm = await until(() => it.seen.find(({ place }) => place === "dm"));
  expect(dm).toMatchObject({ text: "here it is", viewers: [it.robin.id], from: "Echo" });
  const inThread = await until(() => it.seen.find(({ text }) => text === "and here"));
  expect(inThread.place).toBe("thread");
  expect(inThread.viewers).toContain(it.robin.id);
});
