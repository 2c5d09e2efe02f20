import { foldName } from "./names/fold-name.ts";
import { COUNTRIES, OTHER_NAMES, PARTS, type Part } from "./place-names.ts";
import { STATES } from "./registries/states.ts";

/** Where a licence is from, under one name however it was typed. */
export interface Place {
  readonly name: string;
  /** Two letters (ISO 3166). */
  readonly country: string;
}

interface Named extends Place {
  readonly letters: string | undefined;
}

const PARTS_OF: Readonly<Record<string, readonly Part[]>> = {
  US: Object.entries(STATES).map(([letters, name]) => ({ letters, name })),
  ...PARTS,
};

const named = (country: string, { letters, name }: Part): Named => ({ name, country, letters });

const partsOf: readonly Named[] = Object.entries(PARTS_OF).flatMap(([country, parts]) =>
  parts.map((part) => named(country, part)),
);

const countries: readonly Named[] = COUNTRIES.map((one) => named(one.letters, one));

/** Every place that is known here. */
export const PLACES: readonly Place[] = [...partsOf, ...countries].map(({ name, country }) => ({
  name,
  country,
}));

/** Words as they are compared: "St. Kitts & Nevis" and "saint kitts and nevis" are one, and so are "U.S.A." and "USA". */
const plain = (typed: string): string =>
  ` ${foldName(typed)} `
    .replace(/ (?:AND|THE)(?= )/g, "")
    .replace(/ SAINT(?= )/g, " ST")
    .trim();

const namesOf = ({ name }: Place): string[] => [name, ...(OTHER_NAMES[name] ?? [])].map(plain);

const byName = (places: readonly Named[]) =>
  new Map(places.flatMap((place) => namesOf(place).map((name) => [name, place] as const)));

const byLetters = (places: readonly Named[]) =>
  new Map(places.flatMap((place) => (place.letters === undefined ? [] : [[place.letters, place] as const])));

/** Names of parts stand before those of countries: "Georgia" is the state. */
const ANY_NAME = new Map([...byName(countries), ...byName(partsOf)]);

const inUnitedStates = byLetters(partsOf.filter(({ country }) => country === "US"));

/** Letters of one place only: "NL" alone may be the Netherlands or Newfoundland, "NT" is in two countries. */
const ONLY_LETTERS = new Map(
  [...partsOf.filter(({ country }) => country !== "US"), ...countries]
    .filter(({ letters }, _, all) => all.filter((other) => other.letters === letters).length === 1)
    .flatMap((place) => (place.letters === undefined ? [] : [[place.letters, place] as const])),
);

const WITHIN = new Map(
  Object.keys(PARTS_OF).map((country) => {
    const parts = partsOf.filter((part) => part.country === country);
    return [country, new Map([...byLetters(parts), ...byName(parts)])] as const;
  }),
);

/** What may stand behind a part: its country, by every name and by its letters; the longest first. */
const BEHIND = countries
  .filter(({ country }) => WITHIN.has(country))
  .flatMap((one) => [...namesOf(one), one.country].map((words) => ({ words, country: one.country })))
  // "Ontario, CA" may be the city in California.
  .filter(({ words }) => !inUnitedStates.has(words))
  .sort((one, other) => other.words.length - one.words.length);

const IN_FRONT = /^(?:STATE|COMMONWEALTH|TERRITORY|PROVINCE) OF /;
const AFTER = / (?:STATE|COMMONWEALTH|TERRITORY|PROVINCE)$/;

function alone(words: string): Named | undefined {
  return ANY_NAME.get(words) ?? inUnitedStates.get(words) ?? ONLY_LETTERS.get(words);
}

/** "New York State", "State of New York": of parts only, for a country may be a state as well. */
function withoutKind(words: string, known: (words: string) => Named | undefined): Named | undefined {
  const rest = words.replace(IN_FRONT, "");
  const found = known(rest) ?? known(rest.replace(AFTER, ""));
  return found === undefined || !partsOf.includes(found) ? undefined : found;
}

function withCountry(words: string): Named | undefined {
  const behind = BEHIND.find((one) => words.endsWith(` ${one.words}`));
  if (behind === undefined) return undefined;
  const within = (rest: string) => WITHIN.get(behind.country)?.get(rest);
  const rest = words.slice(0, -behind.words.length - 1);
  return within(rest) ?? withoutKind(rest, within);
}

const knownPlace = (typed: string): Named | undefined => {
  const words = plain(typed);
  return alone(words) ?? withCountry(words) ?? withoutKind(words, alone);
};

/**
 * The place that was typed, by its name or letters, with its country behind it or without; undefined when it is not known or
 * may be two. Two letters that are a state's of the United States are that state.
 */
export function placeOf(typed: string): Place | undefined {
  const place = knownPlace(typed);
  return place === undefined ? undefined : { name: place.name, country: place.country };
}

/** The country of a state, province or country; undefined when it is not known. */
export const countryOf = (typed: string): string | undefined => placeOf(typed)?.country;

/** The letters of a state of the United States; undefined for every other place, and for the United States as a whole. */
export function stateOf(typed: string): string | undefined {
  const place = knownPlace(typed);
  return place?.country === "US" && partsOf.includes(place) ? place.letters : undefined;
}

/** Countries whose parts each number licences on their own; elsewhere one number is one licence in the whole country. */
const BY_PART: ReadonlySet<string> = new Set(["US", "CA"]);

/** What a licence number is one of: the same for every way to type a place. What is not known stays as typed, in capitals. */
export function numberedIn(typed: string): string {
  const place = knownPlace(typed);
  if (place === undefined) return typed.trim().toUpperCase();
  if (!BY_PART.has(place.country)) return place.country;
  return stateOf(typed) ?? place.name.toUpperCase();
}

/** Whether it is a country whose parts license, so that its own name does not say who licensed. */
export const licensesByPart = ({ name, country }: Place): boolean =>
  BY_PART.has(country) && countries.some((one) => one.name === name);
