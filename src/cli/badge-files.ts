import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "#cli/command.ts";
import { refuse } from "#core/errors.ts";

/** Where `badge revocations --out` writes and `badge verify` looks, unless a file is named. */
export function revocationsIn(home: string): string {
  return join(home, "badge-revocations.jws");
}

interface Wanted {
  /** What the file should be, in words. */
  readonly wanted: string;
  readonly limit: number;
}

/** Reads a text that somebody else published. Refuses not_found and unusable_file. */
export function readPublished(file: string, { wanted, limit }: Wanted): string {
  let text: string;
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw refuse("unusable_file", { file, why: "it is a folder", wanted });
    if (found.size > limit) throw refuse("unusable_file", { file, why: "it is too large", wanted });
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") throw refuse("not_found", { what: "file" });
    if (code === "EACCES") throw refuse("unusable_file", { file, why: "it may not be read", wanted });
    throw error;
  }
  if (text === "") throw refuse("unusable_file", { file, why: "it is empty", wanted });
  return text;
}

/** Writes a text whole or not at all: whoever reads it meanwhile has the one before. */
export function writePublished(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !["ENOENT", "ENOTDIR", "EACCES", "EISDIR", "EPERM"].includes(code)) throw error;
    throw new UsageError(`${file} cannot be written there`);
  }
}
