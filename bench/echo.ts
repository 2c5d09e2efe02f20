import { App, LogLevel } from "@slack/bolt";
import Database from "better-sqlite3";
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, Events, GatewayIntentBits } from "discord.js";

/**
 * The peer: a program of one page that does what any bridge must. A press arrives over discord.js, three rows are
 * committed to disk (one for the press, one for what is to be sent, one for what was sent), and a message goes to Slack
 * through Bolt's client. Settings come as JSON in the first argument; it prints "ready".
 */
interface Settings {
  readonly file: string;
  readonly discordApi: string;
  readonly discordToken: string;
  readonly buttonChannelId: string;
  readonly slackApi: string;
  readonly slackBotToken: string;
  readonly slackAppToken: string;
  readonly slackChannelId: string;
}

const it = JSON.parse(process.argv[2] ?? "") as Settings;

const database = new Database(it.file);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("CREATE TABLE note (id INTEGER PRIMARY KEY, what TEXT, body TEXT)");
const insert = database.prepare("INSERT INTO note (what, body) VALUES (?, ?)");

const slack = new App({
  token: it.slackBotToken,
  appToken: it.slackAppToken,
  socketMode: true,
  clientOptions: { slackApiUrl: it.slackApi },
  installerOptions: { clientOptions: { slackApiUrl: it.slackApi } },
  logLevel: LogLevel.ERROR,
});
await slack.start();

const discord = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { version: "10", api: it.discordApi },
});
discord.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isButton()) return;
  insert.run("press", JSON.stringify({ id: interaction.id, by: interaction.user.id }));
  await interaction.deferUpdate();
  insert.run("send", JSON.stringify({ channel: it.slackChannelId, text: interaction.id }));
  const sent = await slack.client.chat.postMessage({
    channel: it.slackChannelId,
    text: `echo ${interaction.id}`,
    blocks: [{ type: "section", text: { type: "plain_text", text: `echo ${interaction.id}` } }],
  });
  insert.run("sent", String(sent.ts));
});
await discord.login(it.discordToken);
await new Promise<void>((resolve) =>
  discord.isReady() ? resolve() : discord.once(Events.ClientReady, () => resolve()),
);
const channel = await discord.channels.fetch(it.buttonChannelId);
if (channel?.isSendable() !== true) throw new Error("the echo has no channel to put its button in");
const button = new ButtonBuilder().setCustomId("echo").setLabel("Echo").setStyle(ButtonStyle.Primary);
await channel.send({
  content: "Echo",
  components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
});
process.stdout.write("ready\n");
