import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { createCommunity } from "#core/communities/create-community.ts";
import { type Core, createCore } from "#core/core.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import type { Engine } from "#core/foundation/store/open-store.ts";
import { peerTagKey } from "#core/foundation/vault/index-keys.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { SPOTS } from "#core/peers/card/peer-card.ts";
import { MOST_OF, TAG_GROUPS, TAGS } from "#core/peers/card/tags.ts";
import { bestMatches } from "#core/peers/pairs/best-matches.ts";
import { mayBeOffered } from "#core/peers/pairs/may-be-offered.ts";
import { startTemporaryPostgres } from "../scripts/temporary-postgres.ts";
import { timingFor } from "../src/config.ts";
import { type Figure, figure, lineOf, quantile } from "./figures.ts";

/**
 * One look for somebody like a member, among a thousand and among a hundred thousand who are matched in one community, on both
 * databases: npm run bench:matching. Measured is the look with the checks of whom it may offer; wanted are 50 ms for 99 of 100.
 */
const FEW = 1000;
const MANY = Number(process.env.BENCH_MEMBERS ?? 100_000);
const LOOKS = Number(process.env.BENCH_LOOKS ?? 500);
const LIMIT_MS = 50;
const AT = "2026-01-01T00:00:00.000+00:00";

/** The same numbers in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Some tags are far more usual than others, as illnesses are: the third of a group is chosen a third as often as the first. */
function tagsOf(random: () => number): string[] {
  return TAG_GROUPS.flatMap((group) => {
    const slugs = Object.keys(TAGS[group]);
    const whole = slugs.reduce((sum, _, at) => sum + 1 / (at + 1), 0);
    const one = () => {
      let left = random() * whole;
      for (const [at, slug] of slugs.entries()) {
        left -= 1 / (at + 1);
        if (left < 0) return slug;
      }
      return slugs[0] ?? "";
    };
    const wanted = 1 + Math.floor(random() * MOST_OF[group]);
    return [...new Set(Array.from({ length: wanted }, one))].map((slug) => `${group}.${slug}`);
  });
}

const PACES = ["daily", "weekly", "weekly", "weekly", "once"] as const;
const ZONES = ["americas", "europe-africa", "europe-africa", "west-asia", "asia-pacific"] as const;
const TIMES = ["days", "evenings", "weekends", "evenings weekends"] as const;

interface Rows {
  readonly Member: unknown[][];
  readonly Account: unknown[][];
  readonly PeerCard: unknown[][];
  readonly PeerTag: unknown[][];
}

const COLUMNS: { readonly [T in keyof Rows]: readonly string[] } = {
  Member: ["id", "communityId", "pseudonym", "createdAt"],
  Account: ["id", "communityId", "memberId", "platform", "externalKey", "externalIdSealed", "createdAt"],
  PeerCard: ["memberId", "communityId", "platform", "pace", "times", "zone", "changedAt"],
  PeerTag: ["memberId", "tagKey", "pace", "spot"],
};

function rowsFor(core: Core, communityId: string, count: number): Rows {
  const random = chance(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows: Rows = { Member: [], Account: [], PeerCard: [], PeerTag: [] };
  const keys = new Map<string, string>();
  const keyOf = (tag: string): string => {
    const key = keys.get(tag) ?? peerTagKey(core, communityId, tag);
    keys.set(tag, key);
    return key;
  };
  for (let at = 0; at < count; at += 1) {
    const id = `member-${at}`;
    const pace = pick(PACES);
    const spot = Math.floor(random() * SPOTS);
    rows.Member.push([id, communityId, `Member ${at}`, AT]);
    rows.Account.push([`account-${at}`, communityId, id, "discord", `key-${at}`, Buffer.from("x"), AT]);
    rows.PeerCard.push([id, communityId, "discord", pace, pick(TIMES), pick(ZONES), AT]);
    for (const tag of tagsOf(random)) rows.PeerTag.push([id, keyOf(tag), pace, spot]);
  }
  return rows;
}

const BATCH = 2000;

const insertInto = (table: keyof Rows, places: string): string =>
  `INSERT INTO "${table}" (${COLUMNS[table].map((column) => `"${column}"`).join(", ")}) VALUES ${places}`;

function fillSqlite(file: string, rows: Rows): void {
  const database = new Database(file);
  database.pragma("synchronous = OFF");
  for (const table of Object.keys(rows) as (keyof Rows)[]) {
    const insert = database.prepare(insertInto(table, `(${COLUMNS[table].map(() => "?").join(", ")})`));
    database.transaction(() => {
      for (const row of rows[table]) insert.run(...row);
    })();
  }
  database.close();
}

async function fillPostgres(url: string, rows: Rows): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const table of Object.keys(rows) as (keyof Rows)[]) {
    const width = COLUMNS[table].length;
    for (let first = 0; first < rows[table].length; first += BATCH) {
      const some = rows[table].slice(first, first + BATCH);
      const places = some.map(
        (_, at) => `(${COLUMNS[table].map((_column, column) => `$${at * width + column + 1}`).join(", ")})`,
      );
      await client.query(insertInto(table, places.join(", ")), some.flat());
    }
  }
  // What autovacuum does by itself within a minute.
  await client.query("ANALYZE");
  await client.end();
}

interface Looks {
  /** How long each took, in milliseconds. */
  readonly took: number[];
  /** Of this process, for one look; what a busy machine does not change. */
  readonly cpuMs: number;
  readonly found: number;
}

async function look(core: Core, rows: Rows): Promise<Looks> {
  const random = chance(11);
  let cpu = process.cpuUsage();
  const took: number[] = [];
  let found = 0;
  for (let at = -20; at < LOOKS; at += 1) {
    // The first ones warm up what every process warms up once.
    if (at === 0) cpu = process.cpuUsage();
    const card = rows.PeerCard[Math.floor(random() * rows.PeerCard.length)] as string[];
    const [memberId = "", , , pace, times = "", zone] = card;
    const began = performance.now();
    const own = await core.db.peerTag.findMany({ where: { memberId }, select: { tagKey: true } });
    const matches = await bestMatches(core, {
      memberId,
      pace: pace as (typeof PACES)[number],
      times: times.split(" ") as ("days" | "evenings" | "weekends")[],
      zone: zone as (typeof ZONES)[number],
      tagKeys: own.map(({ tagKey }) => tagKey),
    });
    const ids = matches.map((match) => match.memberId);
    const may = await core.tx((tx, now) => mayBeOffered(tx, ids, { memberId, platform: "discord", now }));
    if (at >= 0) took.push(performance.now() - began);
    if (at >= 0 && may.length > 0) found += 1;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { took, found, cpuMs: (user + system) / 1000 / LOOKS };
}

async function measure(engine: Engine, url: string, home: string, count: number) {
  const keysFile = join(home, `keys-${engine}-${count}.json`);
  createKeys(keysFile);
  await migrate({ engine, url });
  const config = { home, databaseUrl: url, keysFile, timing: timingFor(1) };
  await using core = await createCore({ config, log: { info() {}, warn() {}, error() {} } });
  const made = await createCommunity(core, {
    name: "Bench",
    country: "US",
    bridge: "on",
    adminPseudonym: "Ada",
  });
  const rows = rowsFor(core, made.communityId, count);
  if (engine === "sqlite") fillSqlite(url.slice("file:".length), rows);
  else await fillPostgres(url, rows);
  const { took, found, cpuMs } = await look(core, rows);
  process.stdout.write(
    `${engine}, ${count} members with ${rows.PeerTag.length} tags: ${LOOKS} looks, ${found} find somebody, median ${quantile(took, 0.5).toFixed(1)} ms, p99 ${quantile(took, 0.99).toFixed(1)} ms, of it ${cpuMs.toFixed(1)} ms of this process\n`,
  );
  return took;
}

async function measureBoth(): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), "curbside-bench-matching-"));
  await using postgres = await startTemporaryPostgres();
  const figures: Figure[] = [];
  try {
    for (const engine of ["sqlite", "postgresql"] as const) {
      const took: number[][] = [];
      for (const count of [FEW, MANY]) {
        const name = `matching_${count}`;
        if (engine === "postgresql") await postgres.createDatabase(name);
        const url = engine === "sqlite" ? `file:${join(home, `${name}.db`)}` : postgres.url(name);
        took.push(await measure(engine, url, home, count));
      }
      const [few = [], many = []] = took;
      figures.push(
        figure(
          `a look among ${MANY} members, p99, against the limit (${engine})`,
          { ours: quantile(many, 0.99), peer: LIMIT_MS, unit: "ms" },
          { atMost: 1 },
        ),
        figure(
          `the same, median, against a look among ${FEW} (${engine})`,
          { ours: quantile(many, 0.5), peer: quantile(few, 0.5), unit: "ms" },
          { atMost: 3 },
        ),
      );
    }
    return figures;
  } finally {
    rmSync(home, { recursive: true });
  }
}

const figures = await measureBoth();
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else for (const one of figures) process.stdout.write(`${lineOf(one)}\n`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
