import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildStage, type DemoStage, type Running } from "#cli/demo/build-stage.ts";
import { pendingWork } from "#core/deliveries/pending-work.ts";
import { openStore, type Store } from "#core/foundation/store/open-store.ts";
import type { Scenario } from "#sandbox/scenario.ts";
import { loadConfig } from "../../../src/config.ts";
import { type Conversation, conversationOf, TEXTS_EACH } from "./marks.ts";
import { converse } from "./patient.ts";
import { DaemonProcess } from "./process.ts";
import { serve } from "./provider.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface KillRun {
  /** A migrated or empty PostgreSQL database; a SQLite file of its own unless given. */
  readonly postgresUrl?: string;
  readonly texts: number;
  readonly kills: number;
  readonly speed: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface KillReport extends Verdict {
  readonly texts: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
}

const PATIENTS = 14;
const PROVIDERS = 4;
/** Chances for each request that posts, edits or removes. */
const CHANCE = 0.02;
const QUIET_WITHIN_MS = 120_000;

function scenarioFor(): Scenario {
  const names = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}${at}`);
  const people: Scenario["people"] = {};
  for (const name of names("patient", PATIENTS)) people[name] = { platform: "discord", role: "patient" };
  for (const name of names("provider", PROVIDERS)) people[name] = { platform: "slack", role: "provider" };
  return { title: "kill run", community: "Sunny Side", country: "US", people, steps: [] };
}

/** One process on SQLite; on PostgreSQL one that takes in, one that sends, and one that stands by to send. */
function processesFor(postgres: boolean, env: NodeJS.ProcessEnv): DaemonProcess[] {
  const logs = join(env.CURBSIDE_HOME ?? "", "logs");
  mkdirSync(logs, { recursive: true });
  const one = (name: string, roles?: string) =>
    new DaemonProcess(name, {
      env,
      log: join(logs, `${name}.log`),
      ...(roles === undefined ? {} : { roles }),
    });
  if (!postgres) return [one("daemon")];
  return [one("gateway", "gateway,http"), one("sender", "sender"), one("second sender", "sender")];
}

/** Uniform between the two, in milliseconds. */
function between(from: number, to: number): number {
  return from + Math.random() * (to - from);
}

/** Kills what does the work, at random moments, and starts it again, until `enough` and everybody is done. */
async function killAtRandom(
  processes: readonly DaemonProcess[],
  { kills, over }: { kills: number; over: () => boolean },
): Promise<void> {
  const total = () => processes.reduce((sum, one) => sum + one.kills, 0);
  while (!over() || total() < kills) {
    await sleep(between(100, over() ? 300 : 8000));
    const working = processes.filter(({ state }) => state === "running");
    const victim = working[Math.floor(Math.random() * working.length)];
    if (victim === undefined) continue;
    await victim.kill();
    await victim.start();
  }
  await Promise.all(processes.map((one) => one.until(["running", "standing-by"], 60_000)));
}

/** Deals the conversations out: several for each patient, each provider's own. */
function dealOut(stage: DemoStage, talks: readonly Conversation[]): Promise<void>[] {
  const work: Promise<void>[] = [];
  for (let at = 0; at < PATIENTS; at += 1) {
    const cast = stage.cast.get(`patient${at}`);
    if (cast?.platform !== "discord") throw new Error("patients are on Discord");
    const [place] = cast.places;
    if (place === undefined) throw new Error("no place");
    const own = talks.filter((_, number) => number % PATIENTS === at);
    work.push(
      (async () => {
        for (const talk of own) await converse(cast.person, place.askChannelId, talk);
      })(),
    );
  }
  for (let at = 0; at < PROVIDERS; at += 1) {
    const cast = stage.cast.get(`provider${at}`);
    if (cast?.platform !== "slack") throw new Error("providers are on Slack");
    const intakeId = cast.places[0]?.intakeChannelId ?? "";
    work.push(
      serve(
        cast.person,
        intakeId,
        talks.filter((_, number) => (number % PATIENTS) % PROVIDERS === at),
      ),
    );
  }
  return work;
}

function patientOf(stage: DemoStage, number: number): { patientId: string; directId: string } {
  const cast = stage.cast.get(`patient${number % PATIENTS}`);
  if (cast?.platform !== "discord") throw new Error("patients are on Discord");
  return { patientId: cast.person.id, directId: cast.person.dm() };
}

/** What the database says of everything that is not finished, for whoever must find out why. */
async function leftOver({ db }: Store): Promise<string> {
  const deliveries = await db.delivery.findMany({
    where: { OR: [{ settledAtMs: null }, { trouble: { not: null } }] },
    select: {
      id: true,
      conversation: true,
      seq: true,
      op: true,
      kind: true,
      state: true,
      trouble: true,
      attempts: true,
      checks: true,
    },
  });
  const arrivals = await db.arrival.findMany({
    where: { state: { not: "handled" } },
    select: { platform: true, kind: true, state: true, attempts: true },
  });
  const questions = await db.question.groupBy({ by: ["status"], _count: true });
  return [...deliveries, ...arrivals, ...questions]
    .map((row) =>
      JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value)),
    )
    .join("\n");
}

async function untilQuiet(stage: DemoStage): Promise<void> {
  const deadline = Date.now() + QUIET_WITHIN_MS;
  while (await stage.backstage.pending()) {
    if (Date.now() > deadline) throw new Error("deliveries or arrivals are left over");
    await sleep(200);
  }
}

/**
 * Patients and providers talk through the real clients while both stand-ins refuse, fail, drop and delay, and while the
 * program is killed again and again. Gives what was lost, said twice or out of order; all three lists should be empty.
 */
export async function killRun({ postgresUrl, texts, kills, speed, seed, say }: KillRun): Promise<KillReport> {
  let processes: DaemonProcess[] = [];
  let opened: Store | undefined;
  const start = async (env: NodeJS.ProcessEnv): Promise<Running> => {
    processes = processesFor(postgresUrl !== undefined, env);
    for (const one of processes) await one.start();
    const store = await openStore({ url: loadConfig(env).databaseUrl });
    opened = store;
    return {
      pending: () => pendingWork(store),
      async stop() {
        await store[Symbol.asyncDispose]();
        await Promise.all(processes.map((one) => one.stop()));
      },
    };
  };
  await using stage = await buildStage(scenarioFor(), {
    speed,
    start,
    onSeen: () => {},
    ...(postgresUrl === undefined ? {} : { databaseUrl: postgresUrl }),
  });
  const began = Date.now();
  const rates = {
    r429: CHANCE,
    e500Before: CHANCE,
    e500After: CHANCE,
    drop: CHANCE,
    late: CHANCE,
    lateMs: 12_000 / speed,
  };
  stage.discord.faults.random({ seed, rates });
  stage.slack.faults.random({ seed: seed + 1, rates });
  const talks = Array.from({ length: Math.ceil(texts / TEXTS_EACH) }, (_, number) => conversationOf(number));
  say(`${talks.length * TEXTS_EACH} texts in ${talks.length} conversations, seed ${seed}`);
  let over = false;
  const people = Promise.all(dealOut(stage, talks)).finally(() => {
    over = true;
  });
  try {
    await Promise.all([people, killAtRandom(processes, { kills, over: () => over })]);
    await untilQuiet(stage);
  } catch (error) {
    if (opened !== undefined) say(await leftOver(opened));
    throw error;
  }
  const intakeId = stage.cast.get("provider0")?.places[0]?.intakeChannelId ?? "";
  const verdict = verdictOf({
    discord: stage.discord,
    slack: stage.slack,
    intakeId,
    talks: talks.map((talk, number) => ({ talk, ...patientOf(stage, number) })),
  });
  const counted = (stats: Readonly<Record<string, number>>) =>
    Object.entries(stats).filter(([name]) => /429|500|drop|late/.test(name));
  return {
    ...verdict,
    texts: talks.length * TEXTS_EACH,
    kills: Object.fromEntries(processes.map(({ name, kills: count }) => [name, count])),
    faults: Object.fromEntries([...counted(stage.discord.stats), ...counted(stage.slack.stats)]),
    seconds: Math.round((Date.now() - began) / 1000),
  };
}
