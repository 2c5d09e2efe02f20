import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Core, createCore } from "#core/core.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import type { Engine } from "#core/foundation/store/open-store.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { timingFor } from "../../src/config.ts";
import { startTemporaryPostgres } from "../temporary-postgres.ts";
import { askAll, figuresOf, HALVES, indexAnswers, type Outcome } from "./evaluation.ts";

/**
 * How well the search finds, on both databases: npm run eval:search. `-- --misses` lists what went wrong in the half that is
 * tuned on, and of no other; `-- --sqlite` leaves PostgreSQL out.
 */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function outcomesOn(engine: Engine, url: string, home: string): Promise<Outcome[]> {
  await migrate({ engine, url });
  const keysFile = join(home, `${engine}.json`);
  createKeys(keysFile);
  const config = { home, databaseUrl: url, keysFile, timing: timingFor(1) };
  await using core: Core = await createCore({ config, log: silent });
  await indexAnswers(core);
  return askAll(core);
}

const percent = ({ of, right }: { of: number; right: number }) =>
  `${((100 * right) / of).toFixed(1)} % (${right} of ${of})`;

function report(engine: Engine, outcomes: readonly Outcome[]): void {
  for (const half of HALVES) {
    const { found, quiet } = figuresOf(outcomes.filter((outcome) => outcome.half === half));
    process.stdout.write(
      `${engine}, ${half}: right answer in the top three ${percent(found)}; nothing shown where there is none ${percent(quiet)}\n`,
    );
  }
}

function listMisses(outcomes: readonly Outcome[]): void {
  for (const { half, right, how, words, answer, found } of outcomes) {
    if (right || half !== "tuned") continue;
    const shown = found.map(({ subjectId, score }) => `${subjectId} ${score.toFixed(2)}`).join(", ");
    process.stdout.write(`${how}: "${words}" wanted ${answer ?? "nothing"}, got ${shown || "nothing"}\n`);
  }
}

const folder = await mkdtemp(join(tmpdir(), "curbside-eval-search-"));
try {
  const onSqlite = await outcomesOn("sqlite", `file:${join(folder, "search.db")}`, folder);
  report("sqlite", onSqlite);
  if (process.argv.includes("--misses")) listMisses(onSqlite);
  if (!process.argv.includes("--sqlite")) {
    await using postgres = await startTemporaryPostgres();
    await postgres.createDatabase("search");
    report("postgresql", await outcomesOn("postgresql", postgres.url("search"), folder));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
