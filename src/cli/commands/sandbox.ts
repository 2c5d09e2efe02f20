import { INVITED_BITS } from "#bots/discord/invite.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { SHORTCUTS } from "#cli/demo/set-up-community.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { startDiscord } from "#sandbox/discord/server.ts";
import type { Seen } from "#sandbox/seen.ts";
import { startSlack } from "#sandbox/slack/server.ts";

const DISCORD_TOKEN = "sandbox-discord-token";
const SLACK = {
  botToken: "xoxb-sandbox",
  appToken: "xapp-sandbox",
  signingSecret: "sandbox-signing-secret",
} as const;

function numberOption(
  input: CommandInput,
  name: string,
  range: readonly [number, number],
): number | undefined {
  const text = textOption(input.options, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (!(value >= range[0] && value <= range[1]))
    throw new UsageError(`${flag} must be a number from ${range[0]} to ${range[1]}, not "${text}"`);
  return value;
}

/** A Discord and a Slack on this machine that any discord.js or Bolt program can use, until Ctrl-C. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  const clock = createSandboxClock({ speed: numberOption(input, "speed", [1, 1000]) ?? 1 });
  const port = (name: string) => ({ port: numberOption(input, name, [0, 65_535]) ?? 0 });
  await using discord = await startDiscord({ clock, ...port("discordPort") });
  await using slack = await startSlack({ clock, ...port("slackPort") });
  const { applicationId } = discord.addApplication({ name: "Curbside", token: DISCORD_TOKEN });
  const { guildId } = discord.addGuild({ name: "Sandbox" });
  discord.installApplication({ guildId, applicationId, permissions: INVITED_BITS });
  const { channelId: ask } = discord.addChannel({ guildId, name: "ask" });
  const { teamId } = slack.addWorkspace({ name: "Sandbox" });
  slack.installApp({ teamId, name: "Curbside", shortcuts: SHORTCUTS, ...SLACK });
  const channel = (name: string) => slack.addChannel({ teamId, name, withApp: true }).channelId;
  const channels = {
    intake: channel("intake"),
    moderation: channel("moderation"),
    crisis: channel("crisis"),
  };
  const settings = {
    CURBSIDE_DISCORD_TOKEN: DISCORD_TOKEN,
    CURBSIDE_DISCORD_API: discord.apiUrl,
    CURBSIDE_SLACK_BOT_TOKEN: SLACK.botToken,
    CURBSIDE_SLACK_APP_TOKEN: SLACK.appToken,
    CURBSIDE_SLACK_SIGNING_SECRET: SLACK.signingSecret,
    CURBSIDE_SLACK_API: slack.apiUrl,
    CURBSIDE_SPEED: String(clock.speed),
  };
  const { io, paint } = input;
  const jsonl = input.options.jsonl === true;
  if (jsonl) io.stdout(`${JSON.stringify({ settings, guildId, ask, teamId, ...channels })}\n`);
  else {
    io.stdout(
      `${paint.title("A Discord and a Slack are running.")} Set these for the program that is to use them:\n`,
    );
    for (const [name, value] of Object.entries(settings)) io.stdout(`export ${name}=${value}\n`);
    io.stdout(`Discord server ${guildId} with channel ${ask}; Slack workspace ${teamId} with channels `);
    io.stdout(
      `${channels.intake} (intake), ${channels.moderation} (moderation), ${channels.crisis} (crisis).\n`,
    );
    io.stdout(paint.quiet("Stop with Ctrl-C; nothing is kept.\n"));
  }
  const show = ({ platform, place, from, kind, text }: Seen) =>
    jsonl && io.stdout(`${JSON.stringify({ platform, place, from, kind, text })}\n`);
  discord.onSeen(show);
  slack.onSeen(show);
  await new Promise<void>((resolve) => {
    if (io.signal === undefined || io.signal.aborted) resolve();
    else io.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  return undefined;
}
