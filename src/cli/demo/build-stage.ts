import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { runDaemon } from "#bots/main.ts";
import type { Io } from "#cli/command.ts";
import { runProgram } from "#cli/program.ts";
import { workMail } from "#cli/work-mail.ts";
import { pendingWork } from "#core/deliveries/pending-work.ts";
import { createOffsetClock } from "#core/foundation/clock.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { withDays } from "#sandbox/day-words.ts";
import { startDiscord } from "#sandbox/discord/server.ts";
import { startMail } from "#sandbox/mail/server.ts";
import type { Scenario } from "#sandbox/scenario.ts";
import { createScreens } from "#sandbox/screens.ts";
import type { Seen } from "#sandbox/seen.ts";
import { startSlack } from "#sandbox/slack/server.ts";
import type { Cast, Stage } from "#sandbox/stage.ts";
import { loadConfig } from "../../config.ts";
import { createLog } from "../../log.ts";
import { castPeople } from "./cast-people.ts";
import { addPlaces, SLACK, setUpCommunity } from "./set-up-community.ts";

/** Where clinicians of a scenario have their work mail. */
const CLINIC = "clinic.example";
const DISCORD_TOKEN = "demo-discord-token";

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
  const daemon = await runDaemon({ config, log, mail: await workMail(config), ...(clock ? { clock } : {}) });
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
 * channels, providers with approved credentials and patients who joined, in one community or two.
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
    const named = new Map<string, string>();
    const mail = await startMail({
      domain: CLINIC,
      onMail: ({ text }) => {
        const code = /\b\d{3} \d{3}\b/.exec(text)?.[0];
        if (code !== undefined) named.set("@mailed", code);
      },
    });
    undo.push(async () => mail[Symbol.asyncDispose]());
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
      CURBSIDE_SMTP_URL: mail.url,
      CURBSIDE_MAIL_FROM: "curbside@community.example",
      CURBSIDE_MAIL_DOMAINS: CLINIC,
      ...(databaseUrl === undefined ? {} : { CURBSIDE_DATABASE_URL: databaseUrl }),
    };
    const admin = commandLine(env, coreClock);
    const { applicationId } = discord.addApplication({ name: "Curbside", token: DISCORD_TOKEN });
    const second = scenario["second-community"];
    const communities = [scenario.community, ...(second === undefined ? [] : [second])];
    const places = addPlaces({ discord, slack }, applicationId, communities);
    named.set("@chat", places[0]?.chatChannelId ?? "");
    for (const [at, place] of places.entries())
      await setUpCommunity(admin, scenario.country, {
        place,
        first: at === 0,
        secondLooks: scenario["second-looks"] ?? 0,
      });
    const running = await start(env, coreClock);
    undo.push(() => running.stop());
    const cast = new Map<string, Cast>();
    const stage: DemoStage = {
      home,
      clock,
      discord,
      applicationId,
      slack,
      screens,
      cast,
      named,
      file: (name) => {
        const text = scenario.files?.[name];
        if (text === undefined) return undefined;
        const path = join(folder, name);
        writeFileSync(path, withDays(text, coreClock.now()));
        return path;
      },
      backstage: {
        now: () => coreClock.now(),
        admin,
        advance: (ms) => coreClock.advance(ms),
        pending: () => running.pending(),
      },
      [Symbol.asyncDispose]: dispose,
    };
    await castPeople(stage, cast, scenario, places);
    return stage;
  } catch (error) {
    await dispose();
    throw error;
  }
}
