import { basename } from "node:path";
import { asOfDay, dayInName } from "../days.ts";
import { foldName } from "../fold-name.ts";
import { type ImportAsked, type Imported, importFile } from "../import-file.ts";
import { licenseDigits } from "../license-number.ts";
import type { NewRegistry } from "../new-registry.ts";
import { licensePath } from "../registry-file.ts";
import type { Column } from "../rows/read-rows.ts";
import { loadProfile } from "./load-profile.ts";
import { dayReader, type LicenseProfile, statusReader } from "./profile.ts";

/** `said` is the status in the file's own words. `expires` is a day such as 20270131, 0 when none is known. */
const SCHEMA = `
CREATE TABLE profile (name TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE TABLE license (
  id INTEGER PRIMARY KEY, digits TEXT NOT NULL, number TEXT NOT NULL, last TEXT, first TEXT, middle TEXT, name TEXT,
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

/** The slots of the profile's columns; only those that a licence is told by must be in the file. */
function columnsOf({ columns }: LicenseProfile): { columns: Column[]; at: Partial<Record<Part, number>> } {
  const needed: readonly Part[] = ["number", "last", "name", "status"];
  const at: Partial<Record<Part, number>> = {};
  const found: Column[] = [];
  for (const part of PARTS) {
    const names = columns[part];
    if (names === undefined) continue;
    // One column may be two things: Colorado's type of licence also stands before the number.
    const known = found.findIndex((one) => one.names.join("\n") === names.join("\n"));
    at[part] = known < 0 ? found.length : known;
    if (known < 0) found.push(needed.includes(part) ? { names } : { names, optional: true });
  }
  return { columns: found, at };
}

/** "LOVELACE, ADA M" or "ADA M LOVELACE", as the profile says, with the last name alone where it can be told. */
function lastOf(name: string, { nameOrder }: LicenseProfile): string | null {
  if (nameOrder === "last-first") return name.split(",", 1)[0]?.trim() || null;
  const words = foldName(name)
    .split(" ")
    .filter((word) => !/^(JR|SR|II|III|IV|MD|DO|DDS|RN)$/.test(word));
  return words.at(-1) ?? null;
}

function writer(profile: LicenseProfile, at: Partial<Record<Part, number>>) {
  const status = statusReader(profile);
  const day = dayReader(profile);
  const none = new Set(["", ...profile.noDiscipline.map((word) => word.toUpperCase())]);
  return ({ db }: NewRegistry) => {
    db.prepare("INSERT INTO profile VALUES (?, ?, ?)").run(profile.name, profile.title, profile.state);
    const insert = db.prepare(`INSERT INTO license VALUES (${new Array(13).fill("?").join(", ")})`);
    return (row: readonly string[]) => {
      const text = (part: Part) => row[at[part] ?? -1] ?? "";
      const written = text("number");
      const prefix = text("prefix");
      const digits = licenseDigits(written);
      const last = text("last") || lastOf(text("name"), profile);
      if (digits === "" || last === null) return false;
      const discipline = text("discipline");
      insert.run(
        null,
        digits,
        prefix === "" || /^[A-Za-z]/.test(written) ? written : `${prefix}${written}`,
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
      writer: writer(profile, at),
      after: () => ["CREATE INDEX license_by_digits ON license (digits)"],
      count: "SELECT count(*) AS total FROM license",
    },
    asked,
  );
}
