import { dirname } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { createCore } from "#core/core.ts";
import { findEntries } from "#core/foundation/search/find-entries.ts";
import { inHeading, wordKeys } from "#core/foundation/search/word-keys.ts";
import { timingFor } from "../src/config.ts";
import { questionAbout, seeded, sketcher, syntheticText } from "./search-texts.ts";

/** The questions, in a process of its own: search-child.ts sqlite|postgresql URL KEYS TEXTS. Prints its times as JSON. */
export const SCOPE = { communityId: "bench", kind: "answer" };

export interface Times {
  readonly found: number[];
  /** What of it this process worked: the measure where others use the machine too. With SQLite that is all of it. */
  readonly worked: number[];
  readonly raw: number[];
}

const QUESTIONS = 1000;
/** A bot that has run for some minutes. */
const WARM_UP = 300;

/** The engine alone: the newest few texts with both words in their heading. */
interface Raw {
  find(one: string, other: string): Promise<unknown>;
  close(): Promise<void>;
}

function rawSqlite(file: string): Raw {
  const database = new Database(file, { readonly: true });
  const statement = database.prepare(
    `SELECT "subjectId", "sketch" FROM "SearchEntry" WHERE "id" IN
       (SELECT "rowid" FROM "SearchIndex" WHERE "SearchIndex" MATCH ? ORDER BY "rowid" DESC LIMIT 30)`,
  );
  return {
    find: async (one, other) => statement.all(`"${inHeading(one)}" AND "${inHeading(other)}"`),
    close: async () => void database.close(),
  };
}

async function rawPostgresql(url: string): Promise<Raw> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const text = `SELECT "subjectId", "sketch" FROM "SearchEntry" WHERE "id" IN
           (SELECT "id" FROM "SearchVector" WHERE "words" @@ $1::tsquery LIMIT 30)`;
  return {
    find: (one, other) => client.query(text, [`'${inHeading(one)}' & '${inHeading(other)}'`]),
    close: () => client.end(),
  };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

async function ask(engine: string, url: string, keysFile: string, texts: number): Promise<Times> {
  const config = { home: dirname(keysFile), databaseUrl: url, keysFile, timing: timingFor(1) };
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  await using core = await createCore({ config, log: silent });
  const raw = engine === "sqlite" ? rawSqlite(url.slice("file:".length)) : await rawPostgresql(url);
  // The same numbers as when they were made: the questions are about texts that are there.
  const [making, asking] = [seeded(texts), seeded(7)];
  const sketch = sketcher(wordKeys(core, SCOPE));
  const times: Times = { found: [], worked: [], raw: [] };
  for (let at = 0; at < WARM_UP + QUESTIONS; at++) {
    const text = syntheticText(making);
    const [one, other] = sketch(text).words;
    const words = questionAbout(text, asking);
    const before = process.cpuUsage();
    const found = await timed(() => findEntries(core, { ...SCOPE, words, limit: 3 }));
    const { user, system } = process.cpuUsage(before);
    const alone = await timed(() => raw.find(one?.key ?? "", other?.key ?? ""));
    if (at < WARM_UP) continue;
    times.found.push(found);
    times.worked.push((user + system) / 1000);
    times.raw.push(alone);
  }
  await raw.close();
  return times;
}

if (import.meta.main) {
  const [engine = "", url = "", keysFile = "", texts = ""] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await ask(engine, url, keysFile, Number(texts))));
}
