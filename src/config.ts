import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, platform as osPlatform } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import type { CoreConfig, CoreTiming } from "#core/core.ts";
import { workDomainProblem } from "#core/credentials/proof/work-domains.ts";
import { isLoopback, senderProblem, smtpOptions } from "#mail/smtp-options.ts";

/** A secret that prints as ***; only `reveal()` gives it away. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "***";
  }

  toJSON(): string {
    return "***";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "***";
  }
}

/** Everything that is wrong with the configuration, all at once, each with the key it concerns. */
export class ConfigError extends Error {
  readonly problems: readonly { key: string; problem: string }[];

  constructor(problems: readonly { key: string; problem: string }[]) {
    super(problems.map(({ key, problem }) => `${key}: ${problem}`).join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

export interface Config extends CoreConfig {
  readonly speed: number;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** Where a person's own token for the command line is kept; outside `home`. */
  readonly tokenFile: string;
  /** Where Discord's API is, also while no token is configured; Discord itself unless set. */
  readonly discordApi: string | undefined;
  readonly discord: { readonly token: Secret; readonly api: string | undefined } | null;
  readonly slack: {
    readonly botToken: Secret;
    readonly appToken: Secret | undefined;
    readonly signingSecret: Secret | undefined;
    readonly mode: "socket" | "http";
    readonly port: number;
    readonly api: string | undefined;
  } | null;
  /** How codes are sent to work addresses, and of which domains these are; null when no mail server is set. */
  readonly mail: {
    readonly smtpUrl: Secret;
    readonly from: string;
    readonly domains: readonly string[];
  } | null;
  /** Where NPPES is asked live; null, and asked nowhere, unless set. */
  readonly nppesApi: string | null;
}

const setting = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);

/** The file `config.yaml` in CURBSIDE_HOME and the environment share these keys; the environment wins. */
const KEYS = {
  database_url: setting
    .regex(/^(file:|postgres(ql)?:\/\/)/, "must start with file: or postgresql://")
    .optional(),
  vault_keys_file: setting.optional(),
  log_level: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  speed: z.coerce.number().min(1).max(1000).default(1),
  discord_token: setting.optional(),
  discord_token_file: setting.optional(),
  discord_api: z.url().optional(),
  slack_bot_token: setting.startsWith("xoxb-", "must start with xoxb-").optional(),
  slack_bot_token_file: setting.optional(),
  slack_app_token: setting.startsWith("xapp-", "must start with xapp-").optional(),
  slack_app_token_file: setting.optional(),
  slack_signing_secret: setting.optional(),
  slack_signing_secret_file: setting.optional(),
  slack_mode: z.enum(["socket", "http"]).default("socket"),
  slack_port: port.default(3000),
  slack_api: z.url().optional(),
  smtp_url: setting.optional(),
  smtp_url_file: setting.optional(),
  mail_from: setting.optional(),
  mail_domains: z
    .union([z.array(setting), setting.transform((list) => list.split(/[\s,]+/))])
    .transform((list) => list.map((domain) => domain.toLowerCase()).filter((domain) => domain !== ""))
    .optional(),
  nppes_api: setting.optional(),
} as const;

const FILE = z.strictObject(KEYS);
type Settings = z.infer<typeof FILE>;

/** Environment names that are ours but no setting of the file. */
const OTHER_NAMES = new Set(["CURBSIDE_HOME", "CURBSIDE_TOKEN_FILE", "CURBSIDE_KILLPOINT"]);

function dataFolder(env: NodeJS.ProcessEnv): string {
  if (osPlatform() === "win32") return join(env.LOCALAPPDATA ?? homedir(), "curbside");
  if (osPlatform() === "darwin") return join(homedir(), "Library", "Application Support", "curbside");
  return join(env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "curbside");
}

function settingsFolder(env: NodeJS.ProcessEnv): string {
  if (osPlatform() === "win32") return join(env.APPDATA ?? homedir(), "curbside");
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), ".config"), "curbside");
}

function readFile(path: string): Record<string, unknown> {
  if (!existsSync(path)) return {};
  // Loaded only where there is a file: every command starts here, and most have none.
  const { parse } = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  try {
    const parsed: unknown = parse(readFileSync(path, "utf8")) ?? {};
    if (typeof parsed === "object" && !Array.isArray(parsed) && parsed !== null) return { ...parsed };
  } catch (error) {
    const line = (error as { linePos?: readonly { line: number }[] }).linePos?.[0]?.line;
    throw new ConfigError([{ key: path, problem: `line ${line ?? "?"} is not valid YAML` }]);
  }
  throw new ConfigError([{ key: path, problem: "must be a list of `key: value` lines" }]);
}

function fromEnvironment(env: NodeJS.ProcessEnv, problems: { key: string; problem: string }[]) {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith("CURBSIDE_") || OTHER_NAMES.has(name) || value === undefined || value === "")
      continue;
    const key = name.slice("CURBSIDE_".length).toLowerCase();
    if (key in KEYS) found[key] = value;
    else problems.push({ key: name, problem: "is not a setting of Curbside" });
  }
  return found;
}

function secretFrom(
  settings: Settings,
  key: "discord_token" | "slack_bot_token" | "slack_app_token" | "slack_signing_secret" | "smtp_url",
  problems: { key: string; problem: string }[],
): Secret | undefined {
  const value = settings[key];
  if (value !== undefined) return new Secret(value);
  const file = settings[`${key}_file`];
  if (file === undefined) return undefined;
  if (!existsSync(file)) {
    problems.push({ key: `${key}_file`, problem: "names a file that does not exist" });
    return undefined;
  }
  if (osPlatform() !== "win32" && (statSync(file).mode & 0o077) !== 0) {
    problems.push({ key: `${key}_file`, problem: "can be read by others: run chmod 600 on it" });
    return undefined;
  }
  return new Secret(readFileSync(file, "utf8").trim());
}

/** All of what mail needs, or none of it. Says what is wrong without the address, which holds a password. */
function mailFrom(settings: Settings, problems: { key: string; problem: string }[]): Config["mail"] {
  const smtpUrl = secretFrom(settings, "smtp_url", problems);
  if (smtpUrl === undefined) return null;
  if (smtpOptions(smtpUrl.reveal()) === undefined)
    problems.push({
      key: "smtp_url",
      problem: "must be smtp://HOST or smtps://HOST, with nothing behind it",
    });
  const { mail_from: from, mail_domains: domains = [] } = settings;
  const wrongFrom = from === undefined ? "is missing: smtp_url needs it" : senderProblem(from);
  if (wrongFrom !== undefined) problems.push({ key: "mail_from", problem: wrongFrom });
  if (domains.length === 0)
    problems.push({ key: "mail_domains", problem: "is missing: which domains do clinicians have mail at?" });
  for (const domain of domains) {
    const problem = workDomainProblem(domain);
    if (problem !== undefined) problems.push({ key: "mail_domains", problem: `${domain} ${problem}` });
  }
  return from === undefined
    ? null
    : Object.freeze({ smtpUrl, from, domains: Object.freeze([...new Set(domains)]) });
}

/** What is asked goes out in the clear unless it is https. */
function liveApi(url: string | undefined, problems: { key: string; problem: string }[]): string | null {
  if (url === undefined) return null;
  const parsed = URL.parse(url);
  const safe = parsed?.protocol === "https:" || (parsed?.protocol === "http:" && isLoopback(parsed.hostname));
  if (parsed === null || !safe || parsed.username !== "" || parsed.search !== "")
    problems.push({ key: "nppes_api", problem: "must be an https:// address, with nothing behind its path" });
  return url;
}

/** Real durations in milliseconds; everything scales with speed. */
const BASE = {
  claimLeaseMs: 20 * 60_000,
  lookMs: 4 * 3_600_000,
  sendLeaseMs: 60_000,
  settleMs: 30_000,
  clientTimeoutMs: 10_000,
  pollMs: 1000,
  crisisEscalateMs: 10 * 60_000,
  proposalMs: 7 * 24 * 3_600_000,
  codeMs: 24 * 3_600_000,
  proofCodeMs: 15 * 60_000,
} as const satisfies Record<keyof CoreTiming, number>;

/** The slowest that a platform may still carry out a request after the client gave up. */
const SLOWEST_COMMIT_MS = 15_000;

/** All durations divided by `speed`. Asserts the inequality that exactly-once delivery rests on. */
export function timingFor(speed: number): CoreTiming {
  if (Math.min(BASE.settleMs, BASE.sendLeaseMs) <= BASE.clientTimeoutMs + SLOWEST_COMMIT_MS)
    throw new Error("settle and lease must outlast the client timeout plus the slowest commit");
  const scaled = Object.entries(BASE).map(([name, ms]) => [name, ms / speed]);
  return Object.freeze(Object.fromEntries(scaled)) as CoreTiming;
}

/** `CURBSIDE_HOME`, or the platform's data folder. */
export function homeOf(env: NodeJS.ProcessEnv): string {
  return resolve(env.CURBSIDE_HOME ?? dataFolder(env));
}

/** Reads `config.yaml` in the home folder and CURBSIDE_* variables, checks all of it, and freezes it. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const home = homeOf(env);
  const problems: { key: string; problem: string }[] = [];
  const merged = { ...readFile(join(home, "config.yaml")), ...fromEnvironment(env, problems) };
  const parsed = FILE.safeParse(merged);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      if (issue.code === "unrecognized_keys")
        for (const key of issue.keys) problems.push({ key, problem: "is not a setting of Curbside" });
      else problems.push({ key: issue.path.join("."), problem: issue.message });
    }
    throw new ConfigError(problems);
  }
  const settings = parsed.data;
  const discordToken = secretFrom(settings, "discord_token", problems);
  const botToken = secretFrom(settings, "slack_bot_token", problems);
  const appToken = secretFrom(settings, "slack_app_token", problems);
  const signingSecret = secretFrom(settings, "slack_signing_secret", problems);
  const mail = mailFrom(settings, problems);
  const nppesApi = liveApi(settings.nppes_api, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const keysFile = settings.vault_keys_file ?? join(home, "keys", "vault.json");
  return Object.freeze({
    home,
    databaseUrl: settings.database_url ?? `file:${join(home, "curbside.db")}`,
    keysFile: isAbsolute(keysFile) ? keysFile : join(home, keysFile),
    timing: timingFor(settings.speed),
    speed: settings.speed,
    logLevel: settings.log_level,
    tokenFile: env.CURBSIDE_TOKEN_FILE ?? join(settingsFolder(env), "token.json"),
    discordApi: settings.discord_api,
    discord: discordToken ? Object.freeze({ token: discordToken, api: settings.discord_api }) : null,
    slack: botToken
      ? Object.freeze({
          botToken,
          appToken,
          signingSecret,
          mode: settings.slack_mode,
          port: settings.slack_port,
          api: settings.slack_api,
        })
      : null,
    mail,
    nppesApi,
  });
}
