import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { runDaemon } from "#bots/main.ts";
import type { Io } from "#cli/command.ts";
import { runProgram } from "#cli/program.ts";
import { pendingWork } from "#core/deliveries/pending-work.ts";
import { createOffsetClock } from "#core/foundation/clock.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { startDiscord } from "#sandbox/discord/server.ts";
import { actAs } from "#sandbox/people.ts";
import type { Scenario } from "#sandbox/scenario.ts";
import { createScreens } from "#sandbox/screens.ts";
import type { Seen } from "#sandbox/seen.ts";
import { startSlack } from "#sandbox/slack/server.ts";
import type { Cast, Place, Stage } from "#sandbox/stage.ts";
import { loadConfig } from "../../config.ts";
import { createLog } from "../../log.ts";

const DISCORD_TOKEN = "demo-discord-token";
const SLACK = { botToken: "xoxb-demo", appToken: "xapp-demo", signingSecret: "demo-signing-secret" };

export interface DemoStage extends Stage, AsyncDisposable {
  readonly home: string;
}

/** The product while it runs on a stage. */
export interface Running {
  /** Is anything still to be sent or handled? */
  pending(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface StageOptions {
  readonly speed: number;
  /** False lifts the platforms' rate limits. */
  readonly limits?: boolean;
  /** Gets all that anybody sees, set-up too. */
  readonly onSeen: (seen: Seen) => void;
  /** Defaults to a fresh SQLite file. */
  readonly databaseUrl?: string;
  /** Runs the product with these variables; in this process unless given. */
  readonly start?: (env: NodeJS.ProcessEnv, clock: Io["clock"]) => Promise<Running>;
}

/** The daemon inside this process, its log beside its database. */
async function startHere(env: NodeJS.ProcessEnv, clock: Io["clock"]): Promise<Running> {
  const config = loadConfig(env);
  const dest = join(config.home, "logs", "daemon.log");
  const log = createLog({ level: "info", stream: pino.destination({ dest, sync: true, mkdir: true }) });
  const daemon = await runDaemon({ config, log, ...(clock ? { clock } : {}) });
  return { pending: () => pendingWork(daemon.core), stop: () => daemon.drain() };
}

/** The real command line, run inside this process as one of two admins, with what it prints kept. */
function commandLine(env: NodeJS.ProcessEnv, clock: Io["clock"]) {
  return async (argv: readonly string[], who: "admin" | "admin2") => {
    let stdout = "";
    let stderr = "";
    const io: Io = {
      env: { ...env, CURBSIDE_TOKEN_FILE: join(env.CURBSIDE_HOME ?? "", "..", `${who}.json`) },
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      ask: undefined,
      colours: false,
      ...(clock ? { clock } : {}),
    };
    const exit = await runProgram(argv, io);
    return { exit, stdout, stderr };
  };
}

/**
 * Sets a whole community up on stand-ins, as its admins would by hand: two servers, a fresh database, two admins, linked
 * channels, providers with approved credentials and patients who joined.
 */
export async function buildStage(
  scenario: Scenario,
  { speed, limits = true, onSeen, databaseUrl, start = startHere }: StageOptions,
): Promise<DemoStage> {
  const folder = await mkdtemp(join(tmpdir(), "curbside-demo-"));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const dispose = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const clock = createSandboxClock({ speed });
    const coreClock = createOffsetClock();
    const discord = await startDiscord({ clock, limits });
    undo.push(async () => discord[Symbol.asyncDispose]());
    const slack = await startSlack({ clock, limits });
    undo.push(async () => slack[Symbol.asyncDispose]());
    const screens = createScreens();
    for (const server of [discord, slack])
      server.onSeen((seen) => {
        screens.add(seen);
        onSeen(seen);
      });
    const home = join(folder, "home");
    const env: NodeJS.ProcessEnv = {
      CURBSIDE_HOME: home,
      CURBSIDE_SPEED: String(speed),
      CURBSIDE_DISCORD_TOKEN: DISCORD_TOKEN,
      CURBSIDE_DISCORD_API: discord.apiUrl,
      CURBSIDE_SLACK_BOT_TOKEN: SLACK.botToken,
      CURBSIDE_SLACK_APP_TOKEN: SLACK.appToken,
      CURBSIDE_SLACK_SIGNING_SECRET: SLACK.signingSecret,
      CURBSIDE_SLACK_API: slack.apiUrl,
      ...(databaseUrl === undefined ? {} : { CURBSIDE_DATABASE_URL: databaseUrl }),
    };
    const admin = commandLine(env, coreClock);
    const { applicationId } = discord.addApplication({ name: "Curbside", token: DISCORD_TOKEN });
    const place = await addPlaces(discord, slack, applicationId, scenario.community);
    await setUpCommunity(admin, scenario, place);
    const running = await start(env, coreClock);
    undo.push(() => running.stop());
    const cast = new Map<string, Cast>();
    const stage: DemoStage = {
      home,
      clock,
      discord,
      slack,
      screens,
      cast,
      named: new Map(),
      backstage: { admin, advance: (ms) => coreClock.advance(ms), pending: () => running.pending() },
      [Symbol.asyncDispose]: dispose,
    };
    await castPeople(stage, cast, scenario, place);
    return stage;
  } catch (error) {
    await dispose();
    throw error;
  }
}

type Servers = Pick<Stage, "discord" | "slack">;

async function addPlaces(
  discord: Servers["discord"],
  slack: Servers["slack"],
  applicationId: string,
  name: string,
): Promise<Place> {
  const { guildId } = discord.addGuild({ name });
  discord.installApplication({ guildId, applicationId });
  const { channelId: askChannelId } = discord.addChannel({ guildId, name: "ask-a-provider" });
  const { channelId: chatChannelId } = discord.addChannel({ guildId, name: "general" });
  const { teamId } = slack.addWorkspace({ name: `${name} volunteers` });
  slack.installApp({ teamId, name: "Curbside", ...SLACK });
  const channel = (channelName: string) =>
    slack.addChannel({ teamId, name: channelName, withApp: true }).channelId;
  return {
    guildId,
    askChannelId,
    chatChannelId,
    teamId,
    intakeChannelId: channel("intake"),
    moderationChannelId: channel("moderation"),
    crisisChannelId: channel("crisis"),
  };
}

type Admin = Stage["backstage"]["admin"];

/** Runs a command that must work, and gives its --json document. */
async function must<T>(admin: Admin, who: "admin" | "admin2", argv: readonly string[]): Promise<T> {
  const { exit, stdout, stderr } = await admin([...argv, "--json"], who);
  if (exit !== 0) throw new Error(`curbside ${argv.join(" ")} ended with ${exit}: ${stderr.trim()}`);
  return JSON.parse(stdout) as T;
}

async function setUpCommunity(admin: Admin, scenario: Scenario, place: Place): Promise<void> {
  await must(admin, "admin", [
    "init",
    "--name",
    scenario.community,
    "--country",
    scenario.country,
    "--admin",
    "Ada",
    "--treats-these-patients",
    "no",
  ]);
  const discord = ["community", "link", "--platform", "discord", "--space", place.guildId];
  const slack = ["community", "link", "--platform", "slack", "--space", place.teamId];
  await must(admin, "admin", [...discord, "--channel", place.askChannelId, "--purpose", "ask"]);
  for (const [purpose, channel] of [
    ["intake", place.intakeChannelId],
    ["moderation", place.moderationChannelId],
    ["crisis", place.crisisChannelId],
  ] as const)
    await must(admin, "admin", [...slack, "--channel", channel, "--purpose", purpose]);
  const { code } = await must<{ code: string }>(admin, "admin", ["admin", "invite", "Ben"]);
  await must(admin, "admin2", ["login", code]);
  await must(admin, "admin", ["member", "crisis-contact", "Ada"]);
}

async function castPeople(
  stage: Stage,
  cast: Map<string, Cast>,
  scenario: Scenario,
  place: Place,
): Promise<void> {
  const places = [place];
  for (const [name, who] of Object.entries(scenario.people)) {
    if (who.platform === "discord") {
      cast.set(name, {
        platform: "discord",
        person: stage.discord.addPerson({ name, guildIds: [place.guildId] }),
        places,
      });
      if (who.role === "patient" || who.role === "caregiver") await actAs(stage, { as: name, do: "join" });
      continue;
    }
    const person = stage.slack.addPerson({ teamId: place.teamId, name });
    for (const channelId of [place.intakeChannelId, place.moderationChannelId, place.crisisChannelId])
      stage.slack.join(channelId, person.id);
    cast.set(name, { platform: "slack", person, places });
    if (who.role === "provider" || who.role === "lead")
      await registerProvider(stage, name, {
        profession: who.profession ?? "nurse",
        jurisdiction: who.jurisdiction ?? "Ontario",
        role: who.role,
      });
  }
}

/** The provider asks for a code in App Home; one admin records what was checked, the other approves it. */
async function registerProvider(
  stage: Stage,
  name: string,
  { profession, jurisdiction, role }: { profession: string; jurisdiction: string; role: string },
): Promise<void> {
  await actAs(stage, { as: name, do: "join" });
  const shown = stage.screens.seen.findLast(
    (one) => one.platform === "slack" && /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.test(one.text),
  );
  const code = shown === undefined ? undefined : /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(shown.text)?.[0];
  if (code === undefined) throw new Error(`${name} saw no code after pressing "I'm a provider"`);
  const { admin } = stage.backstage;
  const made = await must<{ proposalId: string; credentialId: string }>(admin, "admin", [
    ...[
      "credential",
      "add",
      "--code",
      code,
      "--name",
      name,
      "--profession",
      profession,
      "--jurisdiction",
      jurisdiction,
    ],
    ...[
      "--licence",
      "12345",
      "--source",
      `${jurisdiction} public register`,
      "--checked",
      "2026-08-12",
      "--role",
      role,
    ],
  ]);
  await must(admin, "admin2", ["credential", "approve", made.proposalId]);
  stage.named.set("@credential", made.credentialId);
}
