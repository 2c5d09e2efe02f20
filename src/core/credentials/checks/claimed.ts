import { createHash } from "node:crypto";
import type { PersonName } from "../names/compare-names.ts";
import { foldName } from "../names/fold-name.ts";
import { isNpi } from "../npi.ts";
import { countryOf, numberedIn, stateOf } from "../places.ts";
import { PROFESSIONS } from "../profession-names.ts";
import { professionNamed } from "../professions.ts";
import { licenseWhole } from "../registries/license-number.ts";
import type { Profession } from "../registries/nucc/profession-of.ts";
import { professionsIn } from "./profession-words.ts";

/** What a provider says of themselves, as far as it can be checked. */
export interface Claimed {
  readonly first: string;
  readonly last: string;
  readonly middle?: string;
  readonly formerLast?: readonly string[];
  readonly npi?: string;
  /** As typed: letters or name of the state. */
  readonly state?: string;
  readonly license?: string;
  /** Such as "pharmacist"; free words. */
  readonly profession?: string;
  /** YYYY-MM-DD; compared in memory, and in nothing that is returned. */
  readonly born?: string;
}

/** What was typed, or undefined when it is nothing but blanks. */
const typed = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** An NPI as typed, without blanks and signs; undefined when there is none. */
export const npiOf = ({ npi }: Claimed): string | undefined => typed(npi?.replace(/[\s.-]/g, ""));

/** The NPI when it can be one at all. */
export const validNpi = (claimed: Claimed): string | undefined => {
  const npi = npiOf(claimed);
  return npi !== undefined && isNpi(npi) ? npi : undefined;
};

export const licenseOf = ({ license }: Claimed): string | undefined => typed(license);

/** The letters of the state; undefined when none was given, or none that is known. */
export const claimedState = ({ state }: Claimed): string | undefined => stateOf(state ?? "");

/**
 * A place outside of the United States was given: none of the registries speaks of it. A place that is not known is no reason
 * to ask nobody.
 */
export const isOutside = ({ state }: Claimed): boolean => {
  const country = countryOf(state ?? "");
  return country !== undefined && country !== "US";
};

/**
 * The professions that were claimed; undefined where the words are not known, or name several. None is one that is not checked.
 * A title of several, such as APRN, is any of them to the registers too.
 */
export function claimedProfessions({ profession = "" }: Claimed): readonly Profession[] | undefined {
  const named = professionNamed(profession);
  if (named.is === "one") return named.entry.is;
  const registered = professionsIn(profession);
  if (named.is === "none") return registered;
  const several = PROFESSIONS.filter(({ label }) => named.labels.includes(label));
  const known = several.every(({ is }) => is.some((one) => registered?.includes(one)));
  return known ? registered : undefined;
}

export const personOf = ({ first, last, middle, formerLast }: Claimed): PersonName => ({
  first,
  last,
  ...(middle === undefined ? {} : { middle }),
  otherLast: (formerLast ?? []).filter((name) => foldName(name) !== ""),
});

/** A date of birth as the list of exclusions writes it; undefined when it is no day. */
export const bornDigits = ({ born }: Claimed): string | undefined =>
  born !== undefined && /^\d{4}-\d\d-\d\d$/.test(born) ? born.replaceAll("-", "") : undefined;

/** Names what was claimed, for rulings: the same claim typed in another way has the same hash. Never of the date of birth. */
export function claimHash(claimed: Claimed): string {
  const { first, last, middle = "", formerLast = [], profession = "" } = claimed;
  const content = [
    ...[first, last, middle].map(foldName),
    formerLast.map(foldName).sort(),
    npiOf(claimed) ?? "",
    numberedIn(claimed.state ?? ""),
    licenseWhole(licenseOf(claimed) ?? ""),
    foldName(profession),
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
