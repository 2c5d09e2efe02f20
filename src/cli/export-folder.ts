import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "#cli/command.ts";
import { refuse } from "#core/errors.ts";

/** What the folder of an export holds, by the names of its files. */
export type ExportFiles = Readonly<Record<"export.json" | "export.html", string>>;

const OURS: ReadonlySet<string> = new Set<keyof ExportFiles>(["export.json", "export.html"]);

const NOT_WRITABLE: ReadonlySet<string> = new Set([
  "ENOENT",
  "ENOTDIR",
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "ENAMETOOLONG",
  "ELOOP",
]);

/** Runs what reads or writes there. A UsageError where the system does not let it. */
function asUsage<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !NOT_WRITABLE.has(code)) throw error;
    throw new UsageError(`${folder} cannot be written, and nothing was (${code})`);
  }
}

/** Refuses folder_in_use for what stands at `path` and is to make room for an export in `folder`. */
function requireReplaceable(path: string, { folder, replace }: { folder: string; replace: boolean }): void {
  if (!lstatSync(path).isDirectory()) throw refuse("folder_in_use", { folder, holds: "file" });
  const names = readdirSync(path);
  if (names.some((name) => !OURS.has(name))) throw refuse("folder_in_use", { folder, holds: "other" });
  if (names.length > 0 && !replace) throw refuse("folder_in_use", { folder, holds: "export" });
}

/**
 * Refuses folder_in_use where something is there already, unless it is an export that may be replaced: nothing else is ever
 * touched. A UsageError where nothing could be written.
 */
export function requireFreeFolder(folder: string, { replace }: { replace: boolean }): void {
  if (!existsSync(dirname(folder)) || !statSync(dirname(folder)).isDirectory())
    throw new UsageError(`--to must be in a folder that is there already; ${dirname(folder)} is not`);
  asUsage(folder, () => {
    if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined)
      requireReplaceable(folder, { folder, replace });
  });
}

function writeWhole(file: string, text: string): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts the new folder in the place of what is there: an empty folder, or the export before. What came there since stays. */
function putInPlace(made: string, folder: string, replace: boolean): void {
  const before = `${made}.before`;
  const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
  if (isThere) renameSync(folder, before);
  try {
    if (isThere) requireReplaceable(before, { folder, replace });
    renameSync(made, folder);
  } catch (error) {
    if (isThere) renameSync(before, folder);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}

/**
 * Writes both files, for the owner's eyes only, into a folder beside the wanted one, and renames it when both are whole: nobody
 * finds half an export. What was begun is deleted when it fails. Refuses folder_in_use for what came there meanwhile.
 */
export function writeExport(folder: string, files: ExportFiles, { replace }: { replace: boolean }): void {
  asUsage(folder, () => {
    const made = mkdtempSync(`${folder}.part-`);
    try {
      chmodSync(made, 0o700);
      for (const [name, text] of Object.entries(files)) writeWhole(join(made, name), text);
      putInPlace(made, folder, replace);
    } catch (error) {
      rmSync(made, { recursive: true, force: true });
      throw error;
    }
  });
}
