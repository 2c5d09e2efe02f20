import { basename } from "node:path";
import { refuse } from "#core/errors.ts";
import { nameKeys } from "../../names/fold-name.ts";
import { asOfDay, dayInName } from "../days.ts";
import { type ImportAsked, type Imported, importFile } from "../import-file.ts";
import type { NewRegistry } from "../new-registry.ts";
import { registryPath } from "../registry-file.ts";
import { COMMA_SEPARATED } from "../rows/scan-rows.ts";
import { LEIE_COLUMNS, LEIE_FIELDS, type LeieField, mayBeCut } from "./columns.ts";

/**
 * The date of birth is here as the public list has it, and nowhere else. `key` holds what a last name is looked up by; `cut`
 * is 1 where the name may go on behind it.
 */
const SCHEMA = `
CREATE TABLE exclusion (
  id INTEGER PRIMARY KEY, last TEXT, first TEXT, middle TEXT, business TEXT, general TEXT, specialty TEXT,
  npi TEXT, born TEXT, city TEXT, state TEXT, zip TEXT, type TEXT NOT NULL, excluded TEXT, reinstated TEXT,
  waived TEXT, waiver_state TEXT
) STRICT;
CREATE TABLE name (key TEXT NOT NULL, cut INTEGER NOT NULL, id INTEGER NOT NULL) STRICT;`;

const INDEXES = [
  "CREATE INDEX name_by_key ON name (key, cut, id)",
  "CREATE INDEX exclusion_by_npi ON exclusion (npi) WHERE npi IS NOT NULL",
];

/** The list had 83,464 rows in June 2026 and only grows slowly: a first file with far fewer is not the list. */
const LEAST_ROWS = 60_000;

/** A month takes hardly anybody off it: one person in fifty missing is a list that was cut off. */
const LEAST_SHARE = 0.98;

/** "2602excl.csv", "2602rein.csv": one month's changes. */
const SUPPLEMENT = /^\d{4}(excl|rein)/i;

const AT = Object.fromEntries(LEIE_FIELDS.map((field, at) => [field, at])) as Readonly<
  Record<LeieField, number>
>;

/** Writes each row once: the list repeats some, byte by byte. */
function writer({ db }: NewRegistry): (row: readonly string[]) => boolean {
  const insert = db.prepare(
    `INSERT INTO exclusion VALUES (${new Array(17).fill("?").join(", ")}) RETURNING id`,
  );
  const name = db.prepare("INSERT INTO name VALUES (?, ?, ?)");
  const seen = new Set<string>();
  return (row) => {
    const text = (field: LeieField) => row[AT[field]] || null;
    /** Days and numbers that nobody knew are written in zeros. */
    const known = (field: LeieField) => (/^0*$/.test(text(field) ?? "") ? null : text(field));
    const last = text("LASTNAME");
    if (last === null && text("BUSNAME") === null) return false;
    const whole = row.join("\u001f");
    if (seen.has(whole)) return true;
    seen.add(whole);
    const added = insert.get(
      null,
      last,
      text("FIRSTNAME"),
      text("MIDNAME"),
      text("BUSNAME"),
      text("GENERAL"),
      text("SPECIALTY"),
      known("NPI"),
      known("DOB"),
      text("CITY"),
      text("STATE"),
      known("ZIP"),
      text("EXCLTYPE") ?? "",
      known("EXCLDATE"),
      known("REINDATE"),
      known("WAIVERDATE"),
      text("WVRSTATE"),
    );
    const cut = last !== null && mayBeCut("LASTNAME", last);
    for (const { key, atEnd } of nameKeys(last ?? "")) name.run(key, cut && atEnd ? 1 : 0, Number(added?.id));
    return true;
  };
}

/**
 * Makes the registry of excluded people and businesses out of the whole list. Supplements are refused: they and the list do not
 * add up to the next list, since corrections are in none of them.
 */
export async function importLeie(asked: ImportAsked): Promise<Imported> {
  const file = basename(asked.path);
  if (SUPPLEMENT.test(file)) throw refuse("changes_only", { file });
  const asOf = asOfDay({ file, given: asked.asOf, named: dayInName(file), now: asked.now });
  return importFile(
    {
      registry: "leie",
      into: registryPath(asked.folder, "leie"),
      kind: "full",
      asOf,
      rows: { member: /^updated.*\.csv$/i, format: COMMA_SEPARATED, columns: LEIE_COLUMNS },
      schema: SCHEMA,
      writer,
      after: () => INDEXES,
      count: "SELECT count(*) AS total FROM exclusion",
      least: LEAST_ROWS,
      leastShare: LEAST_SHARE,
      strict: true,
    },
    asked,
  );
}
