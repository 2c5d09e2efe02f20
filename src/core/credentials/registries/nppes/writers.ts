import type { DatabaseSync } from "node:sqlite";
import { slashDay } from "../days.ts";
import { licenseDigits } from "../license-number.ts";
import { SLOT } from "./columns.ts";
import { heapOf } from "./schema.ts";
import { ProviderWriter } from "./write-provider.ts";

type WriteRow = (row: readonly string[]) => boolean;

/** Writes the rows of a full file; `day` is the one that the file speaks of. */
export function fullWriter(db: DatabaseSync, day: number): WriteRow {
  const provider = new ProviderWriter(db, day);
  const heaps = Array.from({ length: 10 }, (_, heap) =>
    db.prepare(`INSERT INTO found_${heap} VALUES (?, ?, ?)`),
  );
  const found = (digits: string, state: string, npi: number) => {
    heaps[heapOf(digits)]?.run(digits, state, npi);
  };
  return (row) => provider.write(row, found) > 0;
}

/** Writes rows over those that are there: their licences go first, their phone number stays as old as it is known. */
export function changesWriter(db: DatabaseSync, day: number): WriteRow {
  const provider = new ProviderWriter(db, day);
  const before = db.prepare("SELECT phone, phone_since, taxonomies FROM provider WHERE npi = ?");
  const forget = db.prepare("DELETE FROM license WHERE digits = ? AND state = ? AND npi = ?");
  const found = db.prepare("INSERT OR IGNORE INTO license VALUES (?, ?, ?)");
  const keepPhone = db.prepare("UPDATE provider SET phone_since = ? WHERE npi = ? AND phone = ?");
  return (row) => {
    const old = before.get(Number(row[SLOT.npi]));
    if (typeof old?.taxonomies === "string")
      for (const line of old.taxonomies.split("\n")) {
        const [, license = "", state = ""] = line.split("\t");
        if (license !== "") forget.run(licenseDigits(license), state, Number(row[SLOT.npi]));
      }
    const npi = provider.write(row, (digits, state, of) => {
      found.run(digits, state, of);
    });
    if (npi > 0 && typeof old?.phone === "string") keepPhone.run(Number(old.phone_since), npi, old.phone);
    return npi > 0;
  };
}

/** Days since the last one of 1899, as a spreadsheet counts them. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

/** A day of the report: "02/09/2026", or the number that a spreadsheet has for it. */
function reportDay(text: string | undefined): number {
  if (text === undefined || !/^\d{5}$/.test(text)) return slashDay(text);
  return Number(
    new Date(SHEET_EPOCH + Number(text) * 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""),
  );
}

/** Writes that NPIs are deactivated. Who is on the list is deactivated, also when no day can be read: then as of the list's. */
export function deactivationsWriter(db: DatabaseSync, day: number): WriteRow {
  const report = db.prepare("INSERT OR REPLACE INTO reported VALUES (?, ?)");
  return ([text, when]) => {
    const npi = Number(text);
    if (!Number.isInteger(npi) || npi < 1_000_000_000) return false;
    report.run(npi, reportDay(when) || day);
    return true;
  };
}
