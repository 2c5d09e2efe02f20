import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { importNppes } from "#core/credentials/registries/nppes/import-nppes.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { npiAt } from "../scripts/registries/nppes-rows.ts";
import { quantile } from "./figures.ts";

/** One of the measured programs in a process of its own: registries-child.ts ours|duckdb|csv-parse|look-up FILE FOLDER ROWS. */
const [what = "", file = "", folder = "", count = ""] = process.argv.slice(2);
const require = createRequire(join(import.meta.dirname, "peers", "package.json"));

/** The twenty columns that the peer loads; ours keeps these and all taxonomies. */
const COLUMNS = [
  "NPI",
  "Entity Type Code",
  "Replacement NPI",
  "Provider Organization Name (Legal Business Name)",
  "Provider Last Name (Legal Name)",
  "Provider First Name",
  "Provider Middle Name",
  "Provider Name Suffix Text",
  "Provider Credential Text",
  "Provider Other Last Name",
  "Provider Other First Name",
  "Provider Business Practice Location Address State Name",
  "Provider Business Practice Location Address Telephone Number",
  "Provider Enumeration Date",
  "Last Update Date",
  "NPI Deactivation Date",
  "NPI Reactivation Date",
  "Healthcare Provider Taxonomy Code_1",
  "Provider License Number_1",
  "Provider License Number State Code_1",
];

async function duckdb(): Promise<number> {
  const path = join(folder, "peer.duckdb");
  await rm(path, { force: true });
  const { DuckDBInstance } = require("@duckdb/node-api");
  const instance = await DuckDBInstance.create(path, { threads: "2" });
  const connection = await instance.connect();
  const names = COLUMNS.map((name) => `"${name}"`).join(", ");
  await connection.run(
    `CREATE TABLE provider AS SELECT ${names} FROM read_csv('${file}', all_varchar = true, header = true, ignore_errors = true)`,
  );
  await connection.run("CHECKPOINT");
  const counted = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM provider");
  return Number(counted.getRows()[0][0]);
}

async function csvParse(): Promise<number> {
  const { parse } = require("csv-parse");
  let rows = 0;
  const parser = createReadStream(file, { highWaterMark: 1 << 20 }).pipe(parse({ from_line: 2 }));
  for await (const _ of parser) rows++;
  return rows;
}

/** The slowest hundredth of 20,000 look-ups by NPI, and of as many by state and licence, in milliseconds. */
function lookUps(): { npi: number; license: number } {
  using registries = openRegistries(folder);
  const rows = Number(count);
  const npis = Array.from({ length: 20_000 }, (_, at) => npiAt((at * 7919 * 53) % rows, rows));
  const timed = (work: () => unknown): number => {
    const before = performance.now();
    work();
    return performance.now() - before;
  };
  const licenses: (readonly [state: string, number: string])[] = [];
  const byNpi = npis.map((npi) => {
    let found: ReturnType<typeof registries.findNppes>;
    const ms = timed(() => {
      found = registries.findNppes(npi);
    });
    for (const { state, license } of found?.found?.taxonomies ?? [])
      if (state !== null && license !== null) licenses.push([state, license]);
    return ms;
  });
  if (licenses.length < 5000) throw new Error("the look-ups did not find what is in the file");
  const byLicense = licenses.map(([state, number]) =>
    timed(() => registries.findNppesByLicense(state, number)),
  );
  return { npi: quantile(byNpi, 0.99), license: quantile(byLicense, 0.99) };
}

async function rowsOf(): Promise<number> {
  if (what === "ours")
    return (await importNppes({ folder, path: file, now: new Date(), acceptSmaller: true })).rows;
  return what === "duckdb" ? duckdb() : csvParse();
}

if (what === "look-up") process.stdout.write(JSON.stringify(lookUps()));
else {
  const started = performance.now();
  const rows = await rowsOf();
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(JSON.stringify({ rows, seconds, mb: process.resourceUsage().maxRSS / 1024 }));
}
