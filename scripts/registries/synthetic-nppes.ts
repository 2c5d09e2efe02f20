import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { nppesRows } from "./nppes-rows.ts";

/**
 * Writes a file that looks like NPPES, with people who do not exist: npm run registries:synthetic -- FILE [--rows N]
 * [--seed S]. 330 columns, some 1,200 bytes a row, with what makes the real file hard to read (see nppes-rows.ts). The
 * same seed gives the same bytes.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" } },
});
const [path] = positionals;
if (path === undefined) throw new Error("Name the file to write: npm run registries:synthetic -- FILE");
const header = readFileSync(
  join(import.meta.dirname, "..", "..", "test", "fixtures", "registries", "nppes-header.csv"),
  "utf8",
).trim();
const out = createWriteStream(path, { highWaterMark: 1 << 22 });
const drained = () => new Promise<void>((resolve) => out.once("drain", () => resolve()));
out.write(`${header}\n`);
let block: string[] = [];
for (const row of nppesRows({ rows: Number(flags.rows), seed: Number(flags.seed) })) {
  block.push(row);
  if (block.length < 2000) continue;
  const more = out.write(Buffer.from(`${block.join("\n")}\n`, "latin1"));
  block = [];
  if (!more) await drained();
}
if (block.length > 0) out.write(Buffer.from(`${block.join("\n")}\n`, "latin1"));
await new Promise<void>((resolve, reject) => {
  out.once("error", reject);
  out.end(() => resolve());
});
