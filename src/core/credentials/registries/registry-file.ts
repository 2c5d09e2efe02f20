import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { dayAfter } from "./days.ts";

export const REGISTRIES = ["nppes", "nucc", "leie", "license"] as const;
export type Registry = (typeof REGISTRIES)[number];

/** `full` stands for itself; the others were added to it. */
export type SourceKind = "full" | "weekly" | "deactivated";

/** Where a registry's rows came from. */
export interface RegistrySource {
  readonly kind: SourceKind;
  /** The name of the file as it was given, without its folder. */
  readonly file: string;
  /** The day that the file speaks of, "2026-02-08". */
  readonly asOf: string;
  /** The first day whose changes a weekly file holds; null for the others. */
  readonly from: string | null;
  readonly sha256: string;
  /** Rows that were taken from the file. */
  readonly rows: number;
  /** Rows of the file that did not fit its header and were left out. */
  readonly rejected: number;
  /** Rows that the registry held after this file. */
  readonly total: number;
  readonly importedAt: Date;
}

/** Registries made by another version are read no more: import the file again. */
export const FORMAT = 2;

export const SOURCE_TABLE = `
CREATE TABLE source (
  format INTEGER NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL, as_of TEXT NOT NULL, from_day TEXT, sha256 TEXT NOT NULL,
  rows INTEGER NOT NULL, rejected INTEGER NOT NULL, total INTEGER NOT NULL, imported_at_ms INTEGER NOT NULL
) STRICT`;

/** Where an installation keeps its registries. */
export const registriesIn = (home: string): string => join(home, "registries");

export const registryPath = (folder: string, registry: Exclude<Registry, "license">): string =>
  join(folder, `${registry}.sqlite`);

export const licensePath = (folder: string, profile: string): string =>
  join(folder, `license-${profile}.sqlite`);

function sourceOf(row: Record<string, unknown>): RegistrySource {
  const kind = String(row.kind);
  return {
    kind: kind === "weekly" || kind === "deactivated" ? kind : "full",
    file: String(row.file),
    asOf: String(row.as_of),
    from: typeof row.from_day === "string" ? row.from_day : null,
    sha256: String(row.sha256),
    rows: Number(row.rows),
    rejected: Number(row.rejected),
    total: Number(row.total),
    importedAt: new Date(Number(row.imported_at_ms)),
  };
}

/** Until when a registry holds all changes, and the first days that no file told about. */
export interface Covered {
  readonly until: string;
  readonly gap: { readonly from: string; readonly to: string } | undefined;
}

/** Follows the files of a registry, the oldest first, as long as each weekly one begins where those before it end. */
export function coveredBy(sources: readonly RegistrySource[]): Covered {
  let until = "";
  for (const { kind, asOf, from } of sources) {
    if (kind === "deactivated") continue;
    const next = until === "" ? asOf : dayAfter(until);
    if (kind === "weekly" && (from === null || from > next))
      return { until, gap: { from: next, to: from ?? asOf } };
    until = asOf;
  }
  return { until, gap: undefined };
}

export interface OpenRegistry {
  readonly db: DatabaseSync;
  /** All files that went into it, the oldest first. */
  readonly sources: readonly RegistrySource[];
  /** The file whose day is the registry's: the last one that is not only a list of deactivations. */
  readonly source: RegistrySource;
}

/** Opens a registry for reading; undefined when there is none, or none that this version of the program can read. */
export function openRegistry(path: string): OpenRegistry | undefined {
  if (!existsSync(path)) return undefined;
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = db.prepare("SELECT * FROM source ORDER BY rowid").all();
    if (rows.every(({ format }) => format === FORMAT)) {
      const sources = rows.map(sourceOf);
      const source = sources.findLast(({ kind }) => kind !== "deactivated");
      if (source !== undefined) return { db, sources, source };
    }
  } catch (error) {
    // A file that SQLite cannot read is no registry: whoever asks learns that there is none.
    if ((error as NodeJS.ErrnoException).code !== "ERR_SQLITE_ERROR") throw error;
  }
  db.close();
  return undefined;
}

/** The source of the registry at `path`, when there is one. */
export function sourceInUse(path: string): RegistrySource | undefined {
  const open = openRegistry(path);
  open?.db.close();
  return open?.source;
}
