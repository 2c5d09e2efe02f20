import { basename } from "node:path";
import { asOfDay, dayInName, dayNumber } from "../days.ts";
import { type ImportAsked, type Imported, type ImportPlan, importFile } from "../import-file.ts";
import { openSource } from "../open-source.ts";
import { type Covered, coveredBy, openRegistry, registryPath, type SourceKind } from "../registry-file.ts";
import { COMMA_SEPARATED } from "../rows/scan-rows.ts";
import { COLUMNS, DEACTIVATED_COLUMNS } from "./columns.ts";
import { SCHEMA, SORT_LICENSES } from "./schema.ts";
import { changesWriter, deactivationsWriter, fullWriter } from "./writers.ts";

export interface ImportNppes extends ImportAsked {
  /** What the file is, when its name does not say so. */
  readonly kind?: SourceKind;
}

export interface ImportedNppes extends Imported {
  /** The first days that no file told about. */
  readonly gap?: NonNullable<Covered["gap"]>;
}

/** The data, never the file that holds only its header. */
const MEMBER = /^npidata_pfile_\d{8}-\d{8}\.csv$|deactivated.*\.(csv|xlsx)$/i;
/** NPPES had 9.4 million rows in February 2026: a first file with far fewer is no whole one. */
const LEAST_ROWS = 5_000_000;
/** Files that begin on this day hold everything. */
const FIRST_DAY = "2005-05-23";

const asDay = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;

interface Named {
  readonly kind: SourceKind | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What the name of a file says: npidata_pfile_20260202-20260208.csv, NPPES_Deactivated_NPI_Report_020926_V2.zip. */
export function readNppesName(name: string): Named {
  const [, from, to] = /^npidata_pfile_(\d{8})-(\d{8})/i.exec(name) ?? [];
  if (from !== undefined && to !== undefined)
    return { kind: asDay(from) === FIRST_DAY ? "full" : "weekly", from: asDay(from), to: asDay(to) };
  const deactivated = /deactivated/i.test(name);
  const [, month, day, year] = (deactivated && /(?<!\d)(\d\d)(\d\d)(\d\d)(?!\d)/.exec(name)) || [];
  const named = month === undefined ? dayInName(name) : `20${year}-${month}-${day}`;
  return { kind: deactivated ? "deactivated" : undefined, from: undefined, to: named };
}

/** The name that says most: that of the data inside of a zip file, or that of the file itself. */
async function namedBy(path: string): Promise<Named> {
  const source = await openSource(path, MEMBER);
  source.close();
  const inside = readNppesName(source.name);
  if (inside.kind !== undefined && inside.to !== undefined) return inside;
  const outside = readNppesName(basename(path));
  return { kind: inside.kind ?? outside.kind, from: inside.from, to: inside.to ?? outside.to };
}

/**
 * Makes the NPPES registry out of a full file, or adds a weekly file or the report of deactivated NPIs to a copy of it. Refuses
 * a full file with far fewer rows than the one in use, and files that do not come after it.
 */
export async function importNppes(asked: ImportNppes): Promise<ImportedNppes> {
  const named = await namedBy(asked.path);
  const kind = asked.kind ?? named.kind ?? "full";
  const asOf = asOfDay({ file: basename(asked.path), given: asked.asOf, named: named.to, now: asked.now });
  const into = registryPath(asked.folder, "nppes");
  const day = dayNumber(asOf);
  const common = {
    registry: "nppes",
    into,
    kind,
    asOf,
    least: LEAST_ROWS,
    ...(kind === "weekly" && named.from !== undefined ? { from: named.from } : {}),
    count: "SELECT count(*) AS total FROM provider",
  } as const;
  const rows = { member: MEMBER, format: COMMA_SEPARATED, columns: COLUMNS };
  const plans: Record<SourceKind, ImportPlan> = {
    full: {
      ...common,
      rows,
      schema: SCHEMA,
      writer: ({ db }) => fullWriter(db, day),
      after: (before) => [...SORT_LICENSES, ...(before === undefined ? [] : fromBefore(into)), ADD_REPORTED],
    },
    weekly: { ...common, rows, writer: ({ db }) => changesWriter(db, day), after: () => [] },
    deactivated: {
      ...common,
      rows: { ...rows, columns: DEACTIVATED_COLUMNS },
      writer: ({ db }) => deactivationsWriter(db, day),
      after: () => [ADD_REPORTED],
      strict: true,
    },
  };
  const imported = await importFile(plans[kind], asked);
  const gap = gapIn(into);
  return gap === undefined ? imported : { ...imported, gap };
}

function gapIn(path: string): Covered["gap"] {
  const open = openRegistry(path);
  open?.db.close();
  return open === undefined ? undefined : coveredBy(open.sources).gap;
}

/** A number that was reported has a row, also when no file tells of it. */
const ADD_REPORTED = `
INSERT OR IGNORE INTO provider (npi, entity, phone_since, enumerated, updated, deactivated, reactivated)
SELECT npi, 0, day, 0, 0, day, 0 FROM reported`;

/** A phone number that was the same in the registry before keeps the day since when it is known; what was reported stays so. */
function fromBefore(path: string): readonly string[] {
  return [
    `ATTACH '${path.replaceAll("'", "''")}' AS before`,
    "INSERT OR IGNORE INTO reported SELECT npi, day FROM before.reported",
    `UPDATE provider SET phone_since = old.phone_since FROM before.provider AS old
     WHERE old.npi = provider.npi AND old.phone = provider.phone AND old.phone_since < provider.phone_since`,
    "DETACH before",
  ];
}
