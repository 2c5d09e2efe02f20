import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const NOW = new Date("2026-03-01T12:00:00Z");

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");

/** The real header of NPPES, with its 330 columns. */
export const NPPES_HEADER: readonly string[] = readFileSync(
  join(ROOT, "test", "fixtures", "registries", "nppes-header.csv"),
  "utf8",
)
  .trim()
  .slice(1, -1)
  .split('","');

/** A folder for one test, with a place for registries. */
export function workFolder() {
  const root = mkdtempSync(join(tmpdir(), "curbside-registries-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return {
    root,
    folder: join(root, "registries"),
    file(name: string, content: string | Uint8Array): string {
      writeFileSync(join(root, name), content);
      return join(root, name);
    },
  };
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

export const csv = (rows: readonly (readonly string[])[], end = "\n"): string =>
  rows.map((row) => row.map(quoted).join(",") + end).join("");

export type Fields = Readonly<Record<string, string>>;

/** NPPES as it is written, with the fields that are named and all others empty. */
export function nppesFile(rows: readonly Fields[], header: readonly string[] = NPPES_HEADER): string {
  for (const name of rows.flatMap(Object.keys))
    if (!header.includes(name)) throw new Error(`NPPES has no column ${name}`);
  return csv([header, ...rows.map((row) => header.map((name) => row[name] ?? ""))]);
}

const LEIE_HEADER =
  "LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE".split(
    ",",
  );

const NO_DAYS = { NPI: "0000000000", EXCLTYPE: "1128a1   ", EXCLDATE: "20190320", REINDATE: "00000000" };

/** The list of exclusions as it is written today: header without quotes, CRLF, " " for no middle name. */
export function leieFile(rows: readonly Fields[], { quotedHeader = false } = {}): string {
  const header = quotedHeader ? csv([LEIE_HEADER], "\r\n") : `${LEIE_HEADER.join(",")}\r\n`;
  const fill: Fields = { MIDNAME: " ", ...NO_DAYS, DOB: "19610402", WAIVERDATE: "00000000", WVRSTATE: "  " };
  return (
    header +
    csv(
      rows.map((row) => LEIE_HEADER.map((name) => row[name] ?? fill[name] ?? "")),
      "\r\n",
    )
  );
}
