import { hostname } from "node:os";
import { createDiscordBot } from "#bots/discord/client.ts";
import { createSlackBot } from "#bots/slack/client.ts";
import { channelAddress } from "#core/communities/channel-address.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import { missingSetup } from "#core/communities/missing-setup.ts";
import { type Core, type CoreLog, createCore } from "#core/core.ts";
import { createDeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import { refuse } from "#core/errors.ts";
import { writeCheckpoint } from "#core/foundation/audit/checkpoint.ts";
import type { Clock } from "#core/foundation/clock.ts";
import { type DaemonLock, SOLE_ROLE, takeLock, waitForLock } from "#core/foundation/store/daemon-lock.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import { loadKeys } from "#core/foundation/vault/keys.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { expireDue } from "#core/questions/expire-due.ts";
import { lapseDue } from "#core/questions/lapse-due.ts";
import type { Config } from "../config.ts";
import { errorFacts } from "../log.ts";

/** A platform's bot: what the daemon starts, stops and sends through. */
type Bot = ReturnType<typeof createDiscordBot> | ReturnType<typeof createSlackBot>;

export interface Daemon extends AsyncDisposable {
  readonly core: Core;
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

/** Discord's commands and the pinned panel of each community are brought up to date; doing it again changes nothing. */
async function prepareDiscord(core: Core, bot: ReturnType<typeof createDiscordBot>): Promise<void> {
  await bot.publishCommands();
  for (const { communityId } of await listCommunities(core)) {
    const ask = await channelAddress(core, { communityId, purpose: "ask" });
    if (ask?.platform === "discord") await bot.postPanel(ask.channelId);
  }
}

function botsOf(core: Core, config: Config): Bot[] {
  const bots: Bot[] = [];
  if (config.discord !== null) {
    const bot = createDiscordBot(core, { ...config.discord, speed: config.speed });
    const start = async () => {
      await prepareDiscord(core, bot);
      await bot.start();
    };
    bots.push({ ...bot, start });
  }
  if (config.slack !== null) bots.push(createSlackBot(core, { ...config.slack, speed: config.speed }));
  return bots;
}

/** What time alone brings about: leases lapse, promises come due, unanswered alerts are raised again. */
function startTimers(core: Core): () => Promise<void> {
  let stopped = false;
  const everySoOften = async (): Promise<void> => {
    while (!stopped) {
      for (const due of [lapseDue, expireDue, escalateDue]) {
        try {
          await due(core);
        } catch (error) {
          core.log.error("timer.failed", errorFacts(error));
        }
      }
      await new Promise((resolve) => setTimeout(resolve, core.config.timing.pollMs));
    }
  };
  const running = everySoOften();
  return async () => {
    stopped = true;
    await running;
  };
}

/** One daemon sends. On SQLite a second one is refused; on PostgreSQL it stands by until the first is gone. */
async function lockFor(config: Config, log: CoreLog, signal: AbortSignal | undefined): Promise<DaemonLock> {
  const engine = engineOf(config.databaseUrl);
  const request = { engine, home: config.home, url: config.databaseUrl, role: SOLE_ROLE };
  const lock = await takeLock(request);
  if (!("heldBy" in lock)) return lock;
  if (engine === "sqlite" || signal === undefined) throw refuse("held_elsewhere", { by: lock.heldBy });
  log.info("daemon.stands_by", { pid: process.pid });
  return waitForLock(request, signal);
}

const CHECKPOINT_MS = 5 * 60_000;

/** Signs the head of the audit record now and then, so that a rewritten record is told from the true one. */
function startCheckpoints(core: Core): () => Promise<void> {
  const { auditKey } = loadKeys(core.config.keysFile);
  const sign = () =>
    core
      .tx((tx, now) => writeCheckpoint(tx, { auditKey, at: now.getTime() }))
      .catch((error: unknown) => core.log.error("audit.checkpoint_failed", errorFacts(error)));
  const timer = setInterval(() => void sign(), CHECKPOINT_MS);
  return async () => {
    clearInterval(timer);
    await sign();
  };
}

/** Migrates, takes the lock, checks the set-up, and starts the bots, the delivery loop and the timers. */
export async function runDaemon({
  config,
  log,
  clock,
  signal,
}: {
  config: Config;
  log: CoreLog;
  clock?: Clock;
  signal?: AbortSignal;
}): Promise<Daemon> {
  const engine = engineOf(config.databaseUrl);
  await migrate({ engine, url: config.databaseUrl });
  const lock = await lockFor(config, log, signal);
  const core = await createCore({ config, log, ...(clock ? { clock } : {}) });
  const undo: (() => Promise<unknown>)[] = [() => lock.release(), async () => core[Symbol.asyncDispose]()];
  const drain = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await checkSetup(core);
    const bots = botsOf(core, config);
    const loop = createDeliveryLoop(core, {
      messengers: bots.map((bot) => bot.messenger),
      owner: `${hostname()}:${process.pid}`,
    });
    undo.push(() => loop.stop());
    for (const bot of bots) {
      undo.push(() => bot.stop());
      await bot.start();
    }
    loop.start();
    undo.push(startTimers(core));
    undo.push(startCheckpoints(core));
  } catch (error) {
    await drain();
    throw error;
  }
  log.info("daemon.started", { pid: process.pid });
  return { core, drain, [Symbol.asyncDispose]: drain };
}
