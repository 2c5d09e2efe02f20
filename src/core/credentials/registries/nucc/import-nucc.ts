import { basename } from "node:path";
import { asOfDay, dayInName } from "../days.ts";
import { type ImportAsked, type Imported, importFile } from "../import-file.ts";
import { registryPath } from "../registry-file.ts";
import type { Column } from "../rows/read-rows.ts";
import { COMMA_SEPARATED } from "../rows/scan-rows.ts";

/** Definitions and notes are left out: nothing here reads them. */
const COLUMNS: readonly Column[] = [
  { names: ["Code"] },
  { names: ["Grouping", "Type"] },
  { names: ["Classification"] },
  { names: ["Specialization"] },
  { names: ["Display Name"], optional: true },
  { names: ["Section"], optional: true },
];

const SCHEMA = `
CREATE TABLE taxonomy (
  code TEXT PRIMARY KEY, grouping TEXT NOT NULL, classification TEXT NOT NULL, specialization TEXT NOT NULL,
  display TEXT NOT NULL, section TEXT NOT NULL
) STRICT, WITHOUT ROWID`;

/** There were 879 codes in 2025, and they hardly ever go. */
const LEAST_CODES = 800;

const CODE = /^\d{3}[A-Z0-9]{6}X$/;

/** The first day of a release: nucc_taxonomy_260.csv is the one of January 2026, 261 that of July. */
export function nuccRelease(name: string): string | undefined {
  const [, year, half] = /nucc_taxonomy_(\d\d)([01])(?!\d)/i.exec(name) ?? [];
  return year === undefined ? dayInName(name) : `20${year}-${half === "1" ? "07" : "01"}-01`;
}

/** Makes the registry of provider taxonomies. */
export function importNucc(asked: ImportAsked): Promise<Imported> {
  const file = basename(asked.path);
  const asOf = asOfDay({ file, given: asked.asOf, named: nuccRelease(file), now: asked.now });
  return importFile(
    {
      registry: "nucc",
      into: registryPath(asked.folder, "nucc"),
      kind: "full",
      asOf,
      rows: { member: /^nucc_taxonomy.*\.csv$/i, format: COMMA_SEPARATED, columns: COLUMNS },
      schema: SCHEMA,
      least: LEAST_CODES,
      writer({ db }) {
        const insert = db.prepare("INSERT OR REPLACE INTO taxonomy VALUES (?, ?, ?, ?, ?, ?)");
        return (row) => {
          const [
            code = "",
            grouping = "",
            classification = "",
            specialization = "",
            display = "",
            section = "",
          ] = row;
          if (!CODE.test(code)) return false;
          insert.run(code, grouping, classification, specialization, display, section);
          return true;
        };
      },
      after: () => [],
      count: "SELECT count(*) AS total FROM taxonomy",
    },
    asked,
  );
}
