import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { refuse } from "#core/errors.ts";
import { FORMAT, type RegistrySource, SOURCE_TABLE } from "./registry-file.ts";

const PARTIAL = /^\.(.+)\.(\d+)\.new(?:-journal)?$/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes what killed imports left. Refuses `import_running` when another process makes the same registry. */
function sweepPartial(folder: string, registry: string): void {
  for (const name of readdirSync(folder)) {
    const [, of, text] = PARTIAL.exec(name) ?? [];
    const pid = Number(text);
    if (of === undefined) continue;
    if (pid === process.pid || !isRunning(pid)) rmSync(join(folder, name), { force: true });
    else if (of === registry) throw refuse("import_running", { process: pid });
  }
}

function syncToDisk(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * A registry being made: a file of its own beside the one in use, which takes its place in one step when it is whole. Nobody
 * writes to a registry after that; the next import makes a new one.
 */
export class NewRegistry {
  readonly db: DatabaseSync;
  readonly #path: string;
  readonly #partial: string;
  readonly #signal: AbortSignal | undefined;
  #open = true;

  /** Begins empty, with `schema`, or as a copy of the registry in use. Refuses `import_running`. */
  constructor(path: string, from: { readonly schema: string } | "copy", signal?: AbortSignal) {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweepPartial(folder, basename(path));
    this.#path = path;
    this.#signal = signal;
    this.#partial = join(folder, `.${basename(path)}.${process.pid}.new`);
    rmSync(this.#partial, { force: true });
    if (from === "copy") copyFileSync(path, this.#partial, constants.COPYFILE_FICLONE);
    // A throw-away file until it is whole: nothing has to survive a crash. @NOTE Without `defensive: false` SQLite keeps a
    // journal all the same.
    this.db = new DatabaseSync(this.#partial, { defensive: false });
    this.db.exec(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384",
    );
    if (from !== "copy") this.db.exec(`${SOURCE_TABLE}; ${from.schema}`);
    this.db.exec("BEGIN");
  }

  /** Runs one statement after all rows are in. Between two of them Ctrl-C is heard, never inside of one. */
  async step(sql: string): Promise<void> {
    await setImmediate();
    this.#signal?.throwIfAborted();
    this.db.exec(sql);
  }

  /** Ends the transaction, so that statements may come that cannot stand inside of one (ATTACH). */
  async written(): Promise<void> {
    await this.step("COMMIT");
  }

  /** Checks the file and puts it in the place of the old one. */
  async finish({
    kind,
    file,
    asOf,
    from,
    sha256,
    rows,
    rejected,
    total,
    importedAt,
  }: RegistrySource): Promise<void> {
    this.db
      .prepare("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(FORMAT, kind, file, asOf, from, sha256, rows, rejected, total, importedAt.getTime());
    await setImmediate();
    this.#signal?.throwIfAborted();
    const [check] = this.db.prepare("PRAGMA integrity_check").all();
    if (check?.integrity_check !== "ok")
      throw new Error(`the new registry is damaged: ${String(check?.integrity_check)}`);
    this.db.close();
    this.#open = false;
    syncToDisk(this.#partial);
    await setImmediate();
    this.#signal?.throwIfAborted();
    renameSync(this.#partial, this.#path);
    if (process.platform !== "win32") syncToDisk(dirname(this.#path));
  }

  /** Leaves the old registry as it was. After `finish` it does nothing. */
  discard(): void {
    if (this.#open) this.db.close();
    this.#open = false;
    rmSync(this.#partial, { force: true });
  }
}
