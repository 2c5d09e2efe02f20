import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { checkSignIn, checkTokens } from "#bots/check-platforms.ts";
import { type Finding, isSurelyWrong } from "#bots/check-up.ts";
import { createDiscordBot } from "#bots/discord/client.ts";
import { createSlackBot } from "#bots/slack/client.ts";
import { startTimers } from "#bots/timers.ts";
import { watchPolicies } from "#bots/watch-policies.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import { missingSetup } from "#core/communities/missing-setup.ts";
import { type Core, type CoreLog, createCore, type WorkMail } from "#core/core.ts";
import { createDeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import { type DomainError, refuse } from "#core/errors.ts";
import type { Clock } from "#core/foundation/clock.ts";
import {
  type DaemonLock,
  ROLES,
  type Role,
  takeLock,
  waitForLock,
} from "#core/foundation/store/daemon-lock.ts";
import { migrateAlone } from "#core/foundation/store/migrate-alone.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import type { Messenger } from "#core/messenger.ts";
import { adoptAtUpgrade } from "#core/moderation/policies/adopt-policies.ts";
import { eraseAgain } from "#core/privacy/erase-again.ts";
import { loadTables } from "#core/screening/load-tables.ts";
import { screen } from "#core/screening/screen.ts";
import type { Config } from "../config.ts";

/** Real milliseconds. */
const MIGRATE_RETRY_MS = 1000;

/** A platform's bot: what the daemon sends through, and starts where it also takes in. */
interface Bot {
  readonly messenger: Messenger;
  /** Which role takes in for it. */
  readonly takenInBy: Role;
  start(): Promise<void>;
  /** Resolves when the platform closed the door for good. */
  readonly signedOut?: Promise<void>;
  /** Lets go of everything, started or not. */
  stop(): Promise<void>;
}

export interface Daemon extends AsyncDisposable {
  readonly core: Core;
  /** Resolves, with why, when this process can or may do its work no longer: it must drain. */
  readonly ended: Promise<DomainError>;
  /** Stops taking in, finishes what is under way, and lets go of everything. */
  drain(): Promise<void>;
}

/** Refuses to open a community that lacks what makes it safe: all gaps at once. */
async function checkSetup(core: Core): Promise<void> {
  const communities = await listCommunities(core);
  if (communities.length === 0) throw refuse("not_found", { what: "community" });
  for (const { communityId } of communities) {
    const missing = await missingSetup(core, { communityId });
    if (missing.length > 0) throw refuse("setup", { missing });
  }
}

function botsOf(core: Core, { discord, slack, speed }: Config): Bot[] {
  const bots: Bot[] = [];
  if (discord !== null) bots.push({ takenInBy: "gateway", ...createDiscordBot(core, { ...discord, speed }) });
  if (slack !== null)
    bots.push({
      takenInBy: slack.mode === "http" ? "http" : "gateway",
      ...createSlackBot(core, { ...slack, speed }),
    });
  return bots;
}

export interface DaemonOptions {
  readonly config: Config;
  readonly log: CoreLog;
  readonly clock?: Clock;
  /** How codes get to work addresses. */
  readonly mail?: WorkMail | undefined;
  /** Which parts of the work are done here; all of them unless given. */
  readonly roles?: readonly Role[];
  /** Ends the wait of one that stands by. Without it nobody stands by. */
  readonly signal?: AbortSignal;
  /** Called before it waits for another process to be gone. */
  readonly onStandby?: () => void;
}

/** A role is done by one process. On SQLite a second one is refused; on PostgreSQL it stands by until the first is gone. */
async function lockFor({
  config,
  log,
  signal,
  roles = ROLES,
  onStandby,
}: DaemonOptions): Promise<DaemonLock> {
  const engine = engineOf(config.databaseUrl);
  const request = { engine, home: config.home, url: config.databaseUrl, roles };
  const lock = await takeLock(request);
  if (!("heldBy" in lock)) return lock;
  if (engine === "sqlite" || signal === undefined) throw refuse("held_elsewhere", { by: lock.heldBy });
  log.info("daemon.stands_by", { pid: process.pid, role: roles.join(",") });
  onStandby?.();
  return waitForLock(request, signal);
}

/** Beside a daemon of an older version nothing is migrated: on SQLite this one is refused, on PostgreSQL it stands by. */
async function migrateFirst({ config, signal, onStandby }: DaemonOptions): Promise<void> {
  const { databaseUrl: url, home } = config;
  const engine = engineOf(url);
  for (let told = false; ; told = true) {
    const migrated = await migrateAlone({ engine, url, home });
    if (!("heldBy" in migrated)) return;
    if (engine === "sqlite" || signal === undefined) throw refuse("held_elsewhere", { by: migrated.heldBy });
    if (!told) onStandby?.();
    await sleep(MIGRATE_RETRY_MS, undefined, { signal });
  }
}

/** Refuses with everything that is surely wrong; what could not be asked now is left to the bots, which try again. */
async function refuseWhatIsWrong(findings: Promise<Finding[]>): Promise<void> {
  const wrong = (await findings).filter(isSurelyWrong);
  if (wrong.length === 0) return;
  throw refuse("not_ready", { wrong: wrong.map(({ what, says, fix = "" }) => ({ what, says, fix })) });
}

async function startBot(bot: Bot, config: Config): Promise<void> {
  try {
    await bot.start();
  } catch (error) {
    await refuseWhatIsWrong(checkSignIn(config));
    throw error;
  }
}

/** Migrates, takes the lock, checks the set-up, and starts what its roles ask for. */
export async function runDaemon(options: DaemonOptions): Promise<Daemon> {
  const { config, log, clock, mail, roles = ROLES } = options;
  await migrateFirst(options);
  const lock = await lockFor(options);
  const undo: (() => Promise<unknown>)[] = [() => lock.release()];
  const drain = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const core = await createCore({ config, log, mail, ...(clock ? { clock } : {}) });
    undo.push(async () => core[Symbol.asyncDispose]());
    await checkSetup(core);
    loadTables();
    core.crisisLines();
    core.rules();
    // Nobody is served before those are gone again whom a backup brought back.
    const again = await eraseAgain(core);
    if (again > 0) log.warn("erasure.repeated", { count: again });
    await adoptAtUpgrade(core);
    await core.refreshPolicies();
    // The first text must not wait for the rules to be made ready.
    for (const direction of ["inbound", "answer"] as const)
      screen("Everything is ready now.", { direction, policies: core.policies() });
    await refuseWhatIsWrong(checkTokens(config));
    undo.push(watchPolicies(core));
    const bots = botsOf(core, config);
    for (const bot of bots) {
      undo.push(() => bot.stop());
      if (roles.includes(bot.takenInBy)) await startBot(bot, config);
    }
    if (roles.includes("sender")) {
      const loop = createDeliveryLoop(core, {
        messengers: bots.map((bot) => bot.messenger),
        owner: `${hostname()}:${process.pid}`,
      });
      undo.push(() => loop.stop());
      loop.start();
    }
    if (roles.includes("worker")) undo.push(startTimers(core));
    log.info("daemon.started", { pid: process.pid, role: roles.join(",") });
    const ended = Promise.race([
      lock.lost.then(() => refuse("lock_lost", {})),
      ...bots.flatMap(({ messenger: { platform }, signedOut }) =>
        signedOut === undefined ? [] : [signedOut.then(() => refuse("signed_out", { platform }))],
      ),
    ]);
    return { core, ended, drain, [Symbol.asyncDispose]: drain };
  } catch (error) {
    await drain();
    throw error;
  }
}
