import type { Attachment } from "./markup.ts";

/** A text as a file; the end of its name says what it is. */
export const fileOf = (name: string, text: string): Attachment => ({
  name,
  bytes: Buffer.from(text, "utf8"),
});
