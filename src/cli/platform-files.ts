import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { discordManifest, inviteLink } from "#bots/discord/invite.ts";
import { slackManifest } from "#bots/slack/manifest.ts";
import { type CommandInput, textOption, UsageError } from "#cli/command.ts";
import { type Config, Secret } from "../config.ts";

interface TokenQuestion {
  /** The option of `init`, and the key of config.yaml with `_file` after it. */
  readonly option: string;
  readonly key: string;
  readonly question: string;
  readonly startsWith?: string;
}

const QUESTIONS: readonly TokenQuestion[] = [
  {
    option: "discordTokenFile",
    key: "discord_token",
    question: "Discord bot token (Enter to give it later)",
  },
  {
    option: "slackBotTokenFile",
    key: "slack_bot_token",
    question: "Slack bot token, xoxb-… (Enter to give it later)",
    startsWith: "xoxb-",
  },
  {
    option: "slackAppTokenFile",
    key: "slack_app_token",
    question: "Slack app-level token, xapp-… (Enter to give it later)",
    startsWith: "xapp-",
  },
];

function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function checked(value: string, { startsWith, option }: TokenQuestion): string {
  if (startsWith !== undefined && !value.startsWith(startsWith))
    throw new UsageError(`${flagOf(option)}: this token should start with ${startsWith}`);
  return value;
}

/** A token from the file that a flag names, or typed by the person; undefined when it is to be given later. */
async function tokenFor(input: CommandInput, question: TokenQuestion): Promise<string | undefined> {
  const file = textOption(input.options, question.option);
  if (file !== undefined) {
    if (!existsSync(file)) throw new UsageError(`${flagOf(question.option)}: there is no file ${file}`);
    return checked(readFileSync(file, "utf8").trim(), question);
  }
  if (input.json || input.io.ask === undefined) return undefined;
  const typed = (await input.io.ask.secret(question.question)).trim();
  return typed === "" ? undefined : checked(typed, question);
}

/** Asks for the tokens that are not configured yet. Nothing is written. */
export async function readTokens(input: CommandInput): Promise<ReadonlyMap<string, string>> {
  const { discord, slack } = input.config();
  const there = new Set([
    ...(discord === null ? [] : ["discord_token"]),
    ...(slack === null ? [] : ["slack_bot_token"]),
    ...(slack?.appToken === undefined ? [] : ["slack_app_token"]),
  ]);
  const tokens = new Map<string, string>();
  for (const question of QUESTIONS) {
    if (there.has(question.key)) continue;
    const token = await tokenFor(input, question);
    if (token !== undefined) tokens.set(question.key, token);
  }
  return tokens;
}

/** Keeps each token in a file of its own that only this user can read, and names the files in config.yaml. */
export function keepTokens({ home }: Config, tokens: ReadonlyMap<string, string>): void {
  if (tokens.size === 0) return;
  const folder = join(home, "keys");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settings: Record<string, string> = {};
  for (const [key, token] of tokens) {
    const file = join(folder, key.replaceAll("_", "-"));
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
    settings[`${key}_file`] = file;
  }
  const config = join(home, "config.yaml");
  const before = existsSync(config) ? readFileSync(config, "utf8") : "";
  writeFileSync(config, `${before}${stringify(settings)}`, { mode: 0o600 });
}

export interface PlatformFiles {
  readonly slackManifest: string;
  readonly discordManifest: string;
  /** Undefined while Discord cannot say which application the token belongs to. */
  readonly invite: string | undefined;
}

/** Writes what each platform must be told about the app, and finds out the link that adds the bot to a server. */
export async function writeManifests(
  config: Config,
  discordToken: string | undefined,
): Promise<PlatformFiles> {
  const token = discordToken === undefined ? config.discord?.token : new Secret(discordToken);
  let applicationId: string | undefined;
  if (token !== undefined) {
    const { applicationIdOf } = await import("#bots/discord/check-up.ts");
    applicationId = await applicationIdOf({ token, api: config.discordApi });
  }
  const files = {
    slackManifest: join(config.home, "slack-manifest.json"),
    discordManifest: join(config.home, "discord-manifest.json"),
  };
  const mode = config.slack?.mode ?? "socket";
  writeFileSync(files.slackManifest, `${JSON.stringify(slackManifest({ mode }), null, 2)}\n`);
  writeFileSync(files.discordManifest, `${JSON.stringify(discordManifest(applicationId), null, 2)}\n`);
  return { ...files, invite: applicationId === undefined ? undefined : inviteLink(applicationId) };
}
