/** Another process kept the database for longer than we wait. Nothing was changed; trying later is right (exit 75). */
export class StoreBusy extends Error {
  constructor(cause?: unknown) {
    super("The database is busy: another process has kept it for too long.", { cause });
    this.name = "StoreBusy";
  }
}

/** The database was migrated by a newer program. Going on would damage it. */
export class SchemaTooNew extends Error {
  readonly unknown: readonly string[];

  constructor(unknown: readonly string[]) {
    super(`The database is newer than this program: it has ${unknown.join(", ")}.`);
    this.name = "SchemaTooNew";
    this.unknown = unknown;
  }
}

/** A migration that was applied is not the one that this program carries, or one did not end. */
export class SchemaDiffers extends Error {
  readonly migration: string;
  readonly why: "checksum" | "unfinished" | "gap";

  constructor(migration: string, why: "checksum" | "unfinished" | "gap") {
    super(`The database's schema is not this program's: ${migration} (${why}).`);
    this.name = "SchemaDiffers";
    this.migration = migration;
    this.why = why;
  }
}

/** Why a backup was not made, or not put back. Nothing was changed. */
export type BackupTrouble =
  | "not-sqlite"
  | "missing"
  | "exists"
  | "damaged"
  | "too-new"
  | "differs"
  | "in-use";

export class BackupRefused extends Error {
  readonly why: BackupTrouble;
  /** For "in-use": who has the database. */
  readonly by: string | undefined;

  constructor(why: BackupTrouble, by?: string) {
    super(`The backup was refused: ${why}${by === undefined ? "" : ` by ${by}`}.`);
    this.name = "BackupRefused";
    this.why = why;
    this.by = by;
  }
}
