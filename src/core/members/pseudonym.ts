import { refuse } from "#core/errors.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { screen } from "#core/screening/screen.ts";
import type { IdentifierType } from "#core/screening/screening.ts";

const LIMIT = 32;
/** A pseudonym may sound like a name; a way to reach its bearer elsewhere, or a number, it must not hold. */
const MAY_STAND: ReadonlySet<IdentifierType> = new Set(["NAME", "CITY", "DATE", "AGE90"]);

/** A name as it may stand on cards: one clean line, 2 to 32 characters, no contact data. Refuses empty, too_long, invalid_input. */
export function checkedPseudonym(typed: string): string {
  const name = cleanText(typed).replace(/\s+/g, " ").trim();
  if (name === "") throw refuse("empty", { field: "name" });
  if (name.length > LIMIT) throw refuse("too_long", { field: "name", limit: LIMIT, length: name.length });
  if (name.length < 2) throw refuse("invalid_input", { field: "name", rule: "needs at least 2 characters" });
  if (screen(name).identifiers.some(({ type }) => !MAY_STAND.has(type)))
    throw refuse("invalid_input", {
      field: "name",
      rule: "must not hold a phone number, an address or a link",
    });
  return name;
}
