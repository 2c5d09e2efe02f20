import { randomBytes } from "node:crypto";
import { openRegistries, type Registries } from "#core/credentials/registries/open-registries.ts";
import { registriesIn } from "#core/credentials/registries/registry-file.ts";
import { type Clock, systemClock } from "#core/foundation/clock.ts";
import { createIds } from "#core/foundation/ids.ts";
import { createSharedTx } from "#core/foundation/shared-tx.ts";
import { type Db, openStore, type Store, type Tx } from "#core/foundation/store/open-store.ts";
import { loadKeys } from "#core/foundation/vault/keys.ts";
import { createVault, type Vault } from "#core/foundation/vault/vault.ts";
import { inLanguage } from "#core/language/language.ts";
import type { Mailer } from "#core/mailer.ts";
import { loadRules, ownRules } from "#core/moderation/load-rules.ts";
import { createPoliciesInForce } from "#core/moderation/policies/policies-in-force.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { type CrisisLineBook, loadCrisisLines, ownCrisisLines } from "#core/screening/load-crisis-lines.ts";
import type { Policies } from "#core/screening/policies/policies.ts";

/** The durations that the core works with, in milliseconds, already divided by the configured speed. */
export interface CoreTiming {
  readonly claimLeaseMs: number;
  readonly lookMs: number;
  readonly sendLeaseMs: number;
  readonly settleMs: number;
  readonly clientTimeoutMs: number;
  readonly pollMs: number;
  readonly crisisEscalateMs: number;
  readonly proposalMs: number;
  readonly codeMs: number;
  readonly proofCodeMs: number;
}

/** What the core needs to know of the configuration; src/config.ts provides it. */
export interface CoreConfig {
  readonly home: string;
  readonly databaseUrl: string;
  readonly keysFile: string;
  readonly timing: CoreTiming;
}

/** The only logger's shape: a fact by name and allow-listed keys; never a text, a token or a platform id. */
export interface CoreLog {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** The way to clinicians' work addresses. */
export interface WorkMail extends Mailer {
  /** The domains that the admins listed. */
  readonly domains: readonly string[];
}

/** Everything a use-case may touch. */
export interface Core extends AsyncDisposable {
  readonly db: Db;
  readonly store: Store;
  readonly clock: Clock;
  readonly config: CoreConfig;
  readonly log: CoreLog;
  readonly vault: Vault;
  /** The rules of screening in force: the default pack, and the own files that two people agreed to. Throws PolicyError. */
  policies(): Policies;
  /** Looks whether others were agreed to since, and takes them; true when so. Throws PolicyError where they cannot be used. */
  refreshPolicies(): Promise<boolean>;
  /** The crisis lines in force: those that come with Curbside, and the home folder's own. Throws CrisisLinesError. */
  crisisLines(): CrisisLineBook;
  /** The rules of the communities here: those that come with Curbside, and rules.yaml in the home folder. Throws RulesError. */
  rules(): RuleBook;
  /** The public files that were imported here; opened when first asked for. */
  registries(): Registries;
  /** How codes get to work addresses, and of which domains; undefined where no mail server is set. */
  readonly mail: WorkMail | undefined;
  /** A new unique, time-ordered id. */
  newId(): string;
  /** Random bytes, for codes and tokens. */
  randomBytes(length: number): Uint8Array;
  /** One transaction; `now` is the same moment for all that it writes. */
  tx<T>(fn: (tx: Tx, now: Date) => Promise<T>): Promise<T>;
  /** The same, committed together with others that wait at the same time; for short work that many do at once. */
  sharedTx<T>(fn: (tx: Tx, now: Date) => Promise<T>): Promise<T>;
  /** Called after a commit that enqueued something, so that the delivery loop need not wait for its next poll. */
  wake(): void;
  onWake(listener: () => void): () => void;
}

export interface CoreParts {
  readonly config: CoreConfig;
  readonly log: CoreLog;
  readonly clock?: Clock;
  readonly mail?: WorkMail | undefined;
  readonly randomBytes?: (length: number) => Uint8Array;
}

/** The only wiring. Opens the database (it must be migrated) and the vault's keys. */
export async function createCore({ config, log, clock = systemClock, ...parts }: CoreParts): Promise<Core> {
  const random = parts.randomBytes ?? ((length: number) => new Uint8Array(randomBytes(length)));
  const vault = createVault(loadKeys(config.keysFile), { randomBytes: random });
  const store = await openStore({ url: config.databaseUrl });
  const newId = createIds({ clock, randomBytes: random });
  const listeners = new Set<() => void>();
  const inForce = createPoliciesInForce({ db: store.db, vault, clock, home: config.home });
  // What is wrong with them is said to whoever needs them.
  await inForce.refresh().catch(() => undefined);
  let crisisLines: CrisisLineBook | undefined;
  let rules: RuleBook | undefined;
  let registries: Registries | undefined;
  const tx: Core["tx"] = (fn) => store.tx((inside) => fn(inside, clock.now()));
  return {
    db: store.db,
    store,
    clock,
    config,
    log,
    vault,
    policies: () => inForce.policies(),
    refreshPolicies: () => inForce.refresh(),
    crisisLines() {
      crisisLines ??= loadCrisisLines(ownCrisisLines(config.home));
      return crisisLines;
    },
    rules() {
      rules ??= loadRules(ownRules(config.home));
      return rules;
    },
    registries() {
      registries ??= openRegistries(registriesIn(config.home));
      return registries;
    },
    mail: parts.mail,
    newId,
    randomBytes: random,
    tx,
    sharedTx: createSharedTx(tx),
    wake() {
      // What is sent because of it is for others, who may read another language than whoever pressed.
      for (const listener of listeners) inLanguage("en", listener);
    },
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      listeners.clear();
      registries?.[Symbol.dispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}
