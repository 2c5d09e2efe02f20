import type { Core, LogFacts } from "#core/core.ts";
import { DeliveryFailure, type DeliveryTrouble, type Messenger } from "#core/messenger.ts";
import { type LoadCard, loadCard } from "./load-card.ts";
import { FactsUnreadable } from "./load-facts.ts";
import { type DeliveryRow, pickDue } from "./pick.ts";
import { reconcile } from "./reconcile.ts";
import { send } from "./send.ts";
import { Fenced } from "./settle.ts";
import { settleFailure } from "./settle-failure.ts";
import { sweepDoubles } from "./sweep-doubles.ts";

/** How many conversations of one platform may be under way at once. */
const AT_ONCE = 16;
/** Each pick is a commit, so while many are under way the next ones are picked together. */
const FEWEST_FREE = AT_ONCE / 2;

export interface DeliveryLoop {
  start(): void;
  /** Sends what is due now and waits for it; gives how many it picked. */
  runOnce(): Promise<number>;
  /** Picks nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

function nameOf(error: unknown): LogFacts {
  return { errorName: error instanceof Error ? error.name : typeof error };
}

/** An error that we do not know, once a request was made, may hide one that landed. */
function troubleOf(error: unknown): DeliveryTrouble {
  if (error instanceof DeliveryFailure) return error.trouble;
  return error instanceof FactsUnreadable ? { why: "forbidden", what: "facts" } : { why: "ambiguous" };
}

/** Sends the outbox: picks heads, sends once, settles; an unclear end is checked before anything is said again. */
export function createDeliveryLoop(
  core: Core,
  {
    messengers,
    owner,
    load = loadCard,
  }: { messengers: readonly Messenger[]; owner: string; load?: LoadCard },
): DeliveryLoop {
  const underWay = new Set<Promise<void>>();
  const counts = new Map(messengers.map(({ platform }) => [platform, 0]));
  /** Platforms that no longer know us: their backlog waits for a restart with a new token. */
  const signedOut = new Set<string>();
  let stopped = true;
  let pumping: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let sweeper: NodeJS.Timeout | undefined;
  let forget: (() => void) | undefined;

  async function work(messenger: Messenger, row: DeliveryRow): Promise<void> {
    try {
      await (row.state === "checking" ? reconcile : send)(core, messenger, row, load);
    } catch (error) {
      if (error instanceof Fenced) return;
      const trouble = troubleOf(error);
      if (!(error instanceof DeliveryFailure)) {
        const facts = nameOf(error instanceof FactsUnreadable ? error.cause : error);
        core.log.error("delivery.failed", { delivery: row.id, kind: row.kind, ...facts });
      }
      if (trouble.why === "signed-out") {
        signedOut.add(row.platform);
        core.log.error("delivery.signed_out", { platform: row.platform });
      }
      await settleFailure(core, row, trouble).catch((later: unknown) => {
        if (!(later instanceof Fenced))
          core.log.error("delivery.not_settled", { delivery: row.id, ...nameOf(later) });
      });
    }
  }

  async function pump(): Promise<number> {
    const shares = messengers
      .filter(({ platform }) => !signedOut.has(platform))
      .map(({ platform }) => ({ platform, limit: AT_ONCE - (counts.get(platform) ?? 0) }))
      .filter(({ limit }) => limit >= FEWEST_FREE);
    const rows = await pickDue(core, { owner, shares });
    for (const row of rows) {
      const messenger = messengers.find(({ platform }) => platform === row.platform);
      if (messenger === undefined) continue;
      counts.set(row.platform, (counts.get(row.platform) ?? 0) + 1);
      const job = work(messenger, row).finally(() => {
        counts.set(row.platform, (counts.get(row.platform) ?? 1) - 1);
        underWay.delete(job);
        poke();
      });
      underWay.add(job);
    }
    return rows.length;
  }

  let queued = false;
  function poke(): void {
    if (stopped || queued) return;
    queued = true;
    pumping = pumping.then(async () => {
      queued = false;
      if (stopped) return;
      await pump().catch((error: unknown) => core.log.error("delivery.pick_failed", nameOf(error)));
    });
  }

  /** Beside the sending: what is swept was said long ago, and is in nobody's way. */
  let sweeping: Promise<unknown> = Promise.resolve();
  function sweep(): void {
    sweeping = sweeping.then(async () => {
      if (stopped) return;
      await sweepDoubles(core, messengers).catch((error: unknown) =>
        core.log.error("delivery.sweep_failed", nameOf(error)),
      );
    });
  }

  return {
    start() {
      stopped = false;
      sweeper = setInterval(sweep, core.config.timing.settleMs);
      forget = core.onWake(poke);
      timer = setInterval(poke, core.config.timing.pollMs);
      poke();
    },
    async runOnce() {
      const picked = await pump();
      await Promise.all(underWay);
      return picked;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearInterval(sweeper);
      forget?.();
      await Promise.all([pumping, sweeping]);
      await Promise.all(underWay);
    },
  };
}
