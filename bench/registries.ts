import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, figure, lineOf } from "./figures.ts";

/**
 * What the registry of NPPES costs, on a synthetic file of a million rows (1.2 GB in the system's folder for temporary files,
 * written once): npm run bench:registries -- [--four] [--json]. `--four` also imports four million rows (5 GB).
 */
const FOLDER = join(tmpdir(), "curbside-bench-registries");
const MOST_MB = 350;

interface Run {
  readonly rows: number;
  readonly seconds: number;
  readonly mb: number;
}

function child<T>(args: readonly string[]): T {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--conditions=source", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout === "" ? "null" : stdout);
}

const path = (rows: number) => join(FOLDER, `${rows}`, "npidata_pfile_20050523-20260208.csv");

function writeFile(rows: number): string {
  const file = path(rows);
  if (existsSync(file)) return file;
  mkdirSync(join(FOLDER, String(rows)), { recursive: true });
  const script = join(import.meta.dirname, "..", "scripts", "registries", "synthetic-nppes.ts");
  child([script, `${file}.part`, "--rows", String(rows)]);
  renameSync(`${file}.part`, file);
  return file;
}

function run(what: "ours" | "duckdb" | "csv-parse", rows: number): Run {
  const folder = join(FOLDER, what);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const done = child<Run>([join(import.meta.dirname, "registries-child.ts"), what, path(rows), folder]);
  // DuckDB leaves out the rows in Latin-1, one in 5,000; ours may leave out none.
  if (done.rows < (what === "duckdb" ? 0.999 * rows : rows))
    throw new Error(`${what} read ${done.rows} of ${rows} rows`);
  process.stdout.write(
    `${what}: ${done.rows} rows in ${done.seconds.toFixed(2)} s, ${Math.round(rows / done.seconds)} rows/s, ${done.mb.toFixed(0)} MB at most\n`,
  );
  return done;
}

/** The better of two: the first may find the file cold. */
function best(what: Parameters<typeof run>[0], rows: number): Run {
  const [one, two] = [run(what, rows), run(what, rows)];
  return one.seconds < two.seconds
    ? { ...one, mb: Math.max(one.mb, two.mb) }
    : { ...two, mb: Math.max(one.mb, two.mb) };
}

const speed = ({ rows, seconds }: Run) => rows / seconds;

function measure(rows: number): Figure[] {
  writeFile(rows);
  process.stdout.write(`${rows} rows, ${(statSync(path(rows)).size / 1e9).toFixed(2)} GB\n`);
  const ours = best("ours", rows);
  const duckdb = best("duckdb", rows);
  const csvParse = run("csv-parse", rows);
  const again = run("ours", rows);
  const found = child<{ npi: number; license: number }>([
    join(import.meta.dirname, "registries-child.ts"),
    "look-up",
    "",
    join(FOLDER, "ours"),
    String(rows),
  ]);
  const most = Math.max(ours.mb, again.mb);
  return [
    figure(
      "import and order NPPES against DuckDB loading 20 columns",
      { ours: speed(ours), peer: speed(duckdb), unit: "rows/s" },
      { atLeast: 0.6 },
    ),
    figure(
      "the same against csv-parse parsing",
      { ours: speed(ours), peer: speed(csvParse), unit: "rows/s" },
      { atLeast: 3 },
    ),
    figure(`peak memory against ${MOST_MB} MB`, { ours: most, peer: MOST_MB, unit: "MB" }, { atMost: 1 }),
    figure(
      "the slowest hundredth of look-ups by NPI against 1 ms",
      { ours: found.npi, peer: 1, unit: "ms" },
      { atMost: 1 },
    ),
    figure("the same by state and licence", { ours: found.license, peer: 1, unit: "ms" }, { atMost: 1 }),
  ];
}

function measureFour(): Figure[] {
  const rows = 4_000_000;
  writeFile(rows);
  const { mb } = run("ours", rows);
  return [
    figure(
      `peak memory at four million rows against ${MOST_MB} MB`,
      { ours: mb, peer: MOST_MB, unit: "MB" },
      { atMost: 1 },
    ),
  ];
}

const figures = measure(1_000_000);
if (process.argv.includes("--four")) figures.push(...measureFour());
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else for (const one of figures) process.stdout.write(`${lineOf(one)}\n`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
