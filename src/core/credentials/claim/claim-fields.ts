import { type DomainError, refuse } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import type { ClaimedNames } from "../evidence.ts";
import { requireNpi } from "../npi.ts";
import { licensesByPart, type Place, placeOf } from "../places.ts";
import { type Named, PROFESSION_LABELS, professionNamed } from "../professions.ts";

/** What a provider says of themselves, as typed. */
export interface ClaimTyped {
  /** As on the licence. */
  readonly first: string;
  readonly last: string;
  /** Earlier last names, with commas between; may be empty. */
  readonly former: string;
  /** Words for one of PROFESSIONS. */
  readonly profession: string;
  /** A state or province, or a country where those do not license. */
  readonly jurisdiction: string;
  readonly licence: string;
  /** May be empty. */
  readonly npi: string;
  readonly display: "named" | "role-only" | "";
}

export interface ClaimFields {
  readonly names: ClaimedNames;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly licence: string;
  readonly npi: string | null;
  readonly display: "named" | "role-only";
}

const LIMIT = 80;
const MOST_FORMER = 5;

function line(typed: string, field: string, optional = false): string {
  const text = cleanText(typed).replace(/\s+/g, " ").trim();
  if (text === "" && !optional) throw refuse("empty", { field });
  if (text.length > LIMIT) throw refuse("too_long", { field, limit: LIMIT, length: text.length });
  return text;
}

function namesOf({ first, last, former }: ClaimTyped): ClaimedNames {
  const [given = "", ...middle] = line(first, "first name").split(" ");
  const earlier = line(former, "earlier last names", true)
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return {
    first: given,
    middle: middle.length === 0 ? null : middle.join(" "),
    last: line(last, "last name"),
    former: earlier.slice(0, MOST_FORMER),
  };
}

function npiOf(typed: string): string | null {
  const npi = line(typed, "NPI", true).replace(/[\s-]/g, "");
  return npi === "" ? null : requireNpi(npi);
}

/** Which registers are asked, and whether somebody else claims the number, must not hang on how a place is spelled. */
function placeFrom(typed: string): Place {
  const field = "place of the licence";
  const place = placeOf(line(typed, field));
  if (place === undefined)
    throw refuse("invalid_input", {
      field,
      rule: "is not known here: write the name of a state, province or country, such as Washington, Ontario or United Kingdom",
    });
  if (licensesByPart(place))
    throw refuse("invalid_input", {
      field,
      rule: t("must be the state or province that licensed you, such as {place}", {
        place: place.country === "US" ? "Washington" : "Ontario",
      }),
    });
  return place;
}

const either = (labels: readonly string[], word: string): string =>
  labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} ${word} ${labels.at(-1)}`;

function noOneProfession(named: Exclude<Named, { is: "one" }>): DomainError {
  const field = "profession";
  if (named.is === "several")
    return refuse("invalid_input", {
      field,
      rule: t("is more than one: {professions}. Write the one that this licence is for", {
        professions: either(named.labels, "and"),
      }),
    });
  const { nearest } = named;
  const choice = nearest.length > 0 ? nearest : PROFESSION_LABELS;
  return refuse("invalid_input", {
    field,
    rule: t("is not one that can be claimed here in these words: write {professions}", {
      professions: either(choice, "or"),
    }),
  });
}

/** Patients read it beside a check mark, so it is one of a list and never what was typed. */
function professionFrom(typed: string): string {
  const named = professionNamed(line(typed, "profession"));
  if (named.is !== "one") throw noOneProfession(named);
  return named.entry.label;
}

/** What is shown beside an answer unless somebody chose: in the UK the regulator advises doctors to use their name (GMC). */
const usualDisplay = ({ country }: Place): ClaimFields["display"] =>
  country === "GB" ? "named" : "role-only";

/** The fields of a claim, cleaned, place and profession under their one name. Refuses empty, too_long and invalid_input. */
export function claimFields(typed: ClaimTyped): ClaimFields {
  const place = placeFrom(typed.jurisdiction);
  return {
    names: namesOf(typed),
    profession: professionFrom(typed.profession),
    jurisdiction: place.name,
    licence: line(typed.licence, "licence number"),
    npi: npiOf(typed.npi),
    display: typed.display === "" ? usualDisplay(place) : typed.display,
  };
}
