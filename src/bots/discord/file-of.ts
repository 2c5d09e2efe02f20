import type { Attachment } from "./markup.ts";

/**
 * How large a file may be in any server, paid for or not. Discord allowed 10 MiB until September 2026 and 20 since; every
 * interaction says its own limit, which is never lower.
 */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** A text as a file; the end of its name says what it is. */
export const fileOf = (name: string, text: string): Attachment => ({
  name,
  bytes: Buffer.from(text, "utf8"),
});
