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
]);

/**
 * Refuses folder_in_use where something is there already, unless it is an export that may be replaced: nothing else is ever
 * touched. A UsageError where nothing could be written.
 */
export function requireFreeFolder(folder: string, { replace }: { replace: boolean }): void {
  if (!existsSync(dirname(folder)) || !statSync(dirname(folder)).isDirectory())
    throw new UsageError(`--to must be in a folder that is there already; ${dirname(folder)} is not`);
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isDirectory()) throw refuse("folder_in_use", { folder, holds: "file" });
  const names = readdirSync(folder);
  if (names.some((name) => !OURS.has(name))) throw refuse("folder_in_use", { folder, holds: "other" });
  if (names.length > 0 && !replace) throw refuse("folder_in_use", { folder, holds: "export" });
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

/** Puts the new folder in the place of what is there: an empty folder, or the export before. */
function putInPlace(made: string, folder: string): void {
  const before = `${made}.before`;
  const isThere = existsSync(folder);
  if (isThere) renameSync(folder, before);
  try {
    renameSync(made, folder);
  } catch (error) {
    if (isThere) renameSync(before, folder);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}

/**
 * Writes both files, for the owner's eyes only, into a folder beside the wanted one, and renames it when both are whole: nobody
 * finds half an export. What was begun is deleted when it fails.
 */
export function writeExport(folder: string, files: ExportFiles): void {
  let made: string | undefined;
  try {
    made = mkdtempSync(`${folder}.part-`);
    chmodSync(made, 0o700);
    for (const [name, text] of Object.entries(files)) writeWhole(join(made, name), text);
    putInPlace(made, folder);
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !NOT_WRITABLE.has(code)) throw error;
    throw new UsageError(`${folder} cannot be written, and nothing was (${code})`);
  }
}
