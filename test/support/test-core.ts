import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Core, CoreLog, CoreTiming, LogFacts, WorkMail } from "#core/core.ts";
import { openRegistries, type Registries } from "#core/credentials/registries/open-registries.ts";
import type { Clock } from "#core/foundation/clock.ts";
import { createIds } from "#core/foundation/ids.ts";
import { createSharedTx } from "#core/foundation/shared-tx.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { createKeys, type VaultKeys } from "#core/foundation/vault/keys.ts";
import { createVault } from "#core/foundation/vault/vault.ts";
import { inLanguage } from "#core/language/language.ts";
import { createPoliciesInForce } from "#core/moderation/policies/policies-in-force.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { shippedRules } from "#core/moderation/shipped-rules.ts";
import { shippedCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { timingFor } from "../../src/config.ts";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

export function createManualClock(start = new Date("2031-03-04T09:00:00Z")): ManualClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
  };
}

export interface TestCore extends Core {
  readonly keys: VaultKeys;
  /** All that was logged, oldest first. */
  readonly logged: readonly { level: keyof CoreLog; event: string; facts: LogFacts }[];
}

export interface TestCoreOptions {
  readonly clock?: Clock;
  /** The keys of another test core on the same database. Fresh ones otherwise. */
  readonly keys?: VaultKeys;
  readonly timing?: Partial<CoreTiming>;
  /** The folder with the registries; none unless given. */
  readonly registries?: string;
  readonly mail?: WorkMail;
  /** Those that come with Curbside unless given. */
  readonly rules?: RuleBook;
  /** The home folder; one that is not there unless given. */
  readonly home?: string;
}

function freshKeys(): VaultKeys {
  const folder = mkdtempSync(join(tmpdir(), "curbside-keys-"));
  try {
    return createKeys(join(folder, "keys.json"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A Core on a migrated test store: real vault, real transactions, a clock that stands still unless one is given. No
 * data key exists yet; createCommunity makes the first ones. The store stays the caller's to close.
 */
export function openTestCore(store: Store, options: TestCoreOptions = {}): TestCore {
  const { clock = createManualClock(), keys = freshKeys() } = options;
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const vault = createVault(keys, { randomBytes: random });
  const logged: { level: keyof CoreLog; event: string; facts: LogFacts }[] = [];
  const keep =
    (level: keyof CoreLog) =>
    (event: string, facts: LogFacts = {}) =>
      void logged.push({ level, event, facts });
  const listeners = new Set<() => void>();
  let registries: Registries | undefined;
  const { home = "/nowhere" } = options;
  const inForce = createPoliciesInForce({ db: store.db, vault, clock, home });
  const tx: Core["tx"] = (fn) => store.tx((inside) => fn(inside, clock.now()));
  const core: TestCore = {
    db: store.db,
    store,
    clock,
    config: {
      home,
      databaseUrl: store.url,
      keysFile: "/nowhere/keys.json",
      timing: { ...timingFor(1), ...options.timing },
    },
    log: { info: keep("info"), warn: keep("warn"), error: keep("error") },
    logged,
    vault,
    keys,
    policies: () => inForce.policies(),
    refreshPolicies: () => inForce.refresh(),
    crisisLines: shippedCrisisLines,
    rules: () => options.rules ?? shippedRules(),
    registries: () => {
      registries ??= openRegistries(options.registries ?? "/nowhere");
      return registries;
    },
    mail: options.mail,
    newId: createIds({ clock, randomBytes: random }),
    randomBytes: random,
    tx,
    sharedTx: createSharedTx(tx),
    wake() {
      for (const listener of listeners) inLanguage("en", listener);
    },
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.asyncDispose]: async () => listeners.clear(),
  };
  onTestFinished(() => {
    listeners.clear();
    registries?.[Symbol.dispose]();
  });
  return core;
}
