import { basename } from "node:path";
import { foldName } from "../../names/fold-name.ts";
import { asOfDay, dayInName } from "../days.ts";
import { type ImportAsked, type Imported, importFile } from "../import-file.ts";
import { digitsBehind, licenseDigits } from "../license-number.ts";
import type { NewRegistry } from "../new-registry.ts";
import { licensePath } from "../registry-file.ts";
import type { Column } from "../rows/read-rows.ts";
import { loadProfile } from "./load-profile.ts";
import { dayReader, type LicenseProfile, statusReader } from "./profile.ts";

/**
 * `digits` are all of the number's, `behind` those behind its last sign: "1.045678" is number 45678 of kind 1. `said` is the status in the file's own words. `expires` is a day such as
 * 20270131, 0 when none is known.
 */
const SCHEMA = `
CREATE TABLE profile (name TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE TABLE license (
  id INTEGER PRIMARY KEY, digits TEXT NOT NULL, behind TEXT NOT NULL, number TEXT NOT NULL, last TEXT, first TEXT, middle TEXT, name TEXT,
  type TEXT, status TEXT NOT NULL, said TEXT, standing TEXT, expires INTEGER NOT NULL, discipline TEXT
) STRICT;`;

const PARTS = [
  "number",
  "prefix",
  "last",
  "first",
  "middle",
  "name",
  "type",
  "status",
  "standing",
  "expires",
  "discipline",
] as const;
type Part = (typeof PARTS)[number];

/** Data portals give the first thousand rows to whoever does not ask for all. */
const LEAST_ROWS = 1001;

/** The slots of the profile's columns. All that can tell against somebody must be in the file: a column that was renamed is no clean one. */
function columnsOf({ columns }: LicenseProfile): { columns: Column[]; at: Partial<Record<Part, number>> } {
  const spared: readonly Part[] = ["type", "first", "middle"];
  const at: Partial<Record<Part, number>> = {};
  const found: Column[] = [];
  for (const part of PARTS) {
    const names = columns[part];
    if (names === undefined) continue;
    // One column may be two things: Colorado's type of licence also stands before the number.
    const known = found.findIndex((one) => one.names.join("\n") === names.join("\n"));
    at[part] = known < 0 ? found.length : known;
    if (known < 0) found.push(spared.includes(part) ? { names, optional: true } : { names });
  }
  return { columns: found, at };
}

/** What stands behind a name and is no part of it. */
const BEHIND_NAMES =
  /^(?:JR|SR|II|III|IV|MD|DO|DDS|DMD|RN|LPN|APRN|NP|PA|PHD|PSYD|PHARMD|RPH|PT|DPT|OD|DC|DPM|LCSW)$/;

/** "LOVELACE, ADA M" or "ADA M LOVELACE", as the profile says, with the last name alone where it can be told. */
function lastOf(name: string, { nameOrder }: LicenseProfile): string | null {
  if (nameOrder === "last-first") return name.split(",", 1)[0]?.trim() || null;
  const words = name.split(/[\s,]+/).filter((word) => word !== "" && !BEHIND_NAMES.test(foldName(word)));
  return words.at(-1) ?? null;
}

function writer(profile: LicenseProfile, at: Partial<Record<Part, number>>) {
  const status = statusReader(profile);
  const day = dayReader(profile);
  const none = new Set(["", ...profile.noDiscipline.map((word) => word.toUpperCase())]);
  return ({ db }: NewRegistry) => {
    db.prepare("INSERT INTO profile VALUES (?, ?, ?)").run(profile.name, profile.title, profile.state);
    const insert = db.prepare(`INSERT INTO license VALUES (${new Array(14).fill("?").join(", ")})`);
    return (row: readonly string[]) => {
      const text = (part: Part) => row[at[part] ?? -1] ?? "";
      const written = text("number");
      const prefix = text("prefix");
      const number = prefix === "" || /^[A-Za-z]/.test(written) ? written : `${prefix}${written}`;
      const digits = licenseDigits(number);
      const last = text("last") || lastOf(text("name"), profile);
      if (digits === "") return false;
      const discipline = text("discipline");
      insert.run(
        null,
        digits,
        digitsBehind(number),
        number,
        // Businesses have licences too; they have no last name, and are nobody's.
        last,
        text("first") || null,
        text("middle") || null,
        text("name") || null,
        text("type") || null,
        status(text("status"), text("standing")),
        text("status") || null,
        text("standing") || null,
        day(text("expires")),
        none.has(discipline.toUpperCase()) ? null : discipline,
      );
      return true;
    };
  };
}

/** Makes the registry of a state's licences, read as a profile says. */
export async function importLicense(asked: ImportAsked & { readonly profile: string }): Promise<Imported> {
  const profile = loadProfile(asked.folder, asked.profile);
  const { columns, at } = columnsOf(profile);
  const { delimiter, quoted, closed, member } = profile;
  const file = basename(asked.path);
  const asOf = asOfDay({ file, given: asked.asOf, named: dayInName(file), now: asked.now });
  return importFile(
    {
      registry: "license",
      into: licensePath(asked.folder, profile.name),
      kind: "full",
      asOf,
      rows: {
        member: new RegExp(member.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i"),
        format: { delimiter, quoted, closed },
        columns,
      },
      schema: SCHEMA,
      least: LEAST_ROWS,
      writer: writer(profile, at),
      after: () => [
        "CREATE INDEX license_by_digits ON license (digits)",
        "CREATE INDEX license_by_behind ON license (behind)",
      ],
      count: "SELECT count(*) AS total FROM license",
    },
    asked,
  );
}
