import { type Message, msg } from "#core/language/t.ts";
import type { Wants } from "#core/peers/card/wants.ts";

/** Whom somebody would like to meet, as a member reads it. */
export const WANTS_WORDS: Readonly<Record<Wants, Message>> = {
  peer: msg("Somebody like me"),
  mentor: msg("A mentor"),
  both: msg("Either of them"),
};
