import type { Core } from "#core/core.ts";
import { codeKey } from "#core/foundation/vault/index-keys.ts";

export interface OneTimeText {
  /** Shown once, to the person it is for. */
  readonly text: string;
  /** What is stored. */
  readonly key: string;
}

/** Letters and digits that cannot be mistaken for one another when read aloud. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A personal token for the command line: 32 random bytes. */
export function newToken(core: Core): OneTimeText {
  const text = `cbt_${Buffer.from(core.randomBytes(32)).toString("base64url")}`;
  return { text, key: codeKey(core, text) };
}

/** A code that people type, such as 7KQ2-M4XD: eight characters of 32, so 40 bits. */
export function newCode(core: Core): OneTimeText {
  const letters = [...core.randomBytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return { text: `${letters.slice(0, 4)}-${letters.slice(4)}`, key: codeKey(core, letters) };
}

/** As typed by a person: case, spaces and dashes do not matter. */
export function typedCodeKey(core: Core, typed: string): string {
  return codeKey(core, typed.toUpperCase().replace(/[\s-]/g, ""));
}
