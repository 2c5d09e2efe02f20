import type { Form, Piece } from "./markup.ts";

/** A page over whatever is open, with nothing to fill in. */
export function told(...pieces: readonly Piece[]): Form {
  return { verb: "told", subject: "none", title: "Curbside", pieces, fields: [] };
}
