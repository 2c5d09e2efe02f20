import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimedState, claimHash, isOutside } from "#core/credentials/checks/claimed.ts";
import { countryOf, numberedIn, PLACES, type Place, placeOf, stateOf } from "#core/credentials/places.ts";

const COUNTRY_WORDS: Readonly<Record<string, readonly string[]>> = {
  US: ["USA", "US", "U.S.", "U.S.A.", "United States", "the United States of America"],
  CA: ["Canada"],
  AU: ["Australia", "AU"],
  GB: ["UK", "United Kingdom", "Great Britain", "GB"],
};

const PARTS = PLACES.filter(
  ({ name, country }) => COUNTRY_WORDS[country] !== undefined && !isCountry(name, country),
);

function isCountry(name: string, country: string): boolean {
  return new Intl.DisplayNames(["en"], { type: "region" }).of(country) === name;
}

/** Each letter in either case, as somebody in a hurry types it. */
const anyCase = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((up) =>
      Array.from(text, (letter, at) => (up[at] === true ? letter.toUpperCase() : letter.toLowerCase())).join(
        "",
      ),
    );

const blanks = fc.constantFrom("", " ", "  ", "\t");

const typed = (name: string) =>
  fc.tuple(blanks, anyCase(name), blanks).map(([before, text, after]) => `${before}${text}${after}`);

/** A part as people write it: with its country or what it is around it, or without. */
const surrounded = fc.constantFrom(...PARTS).chain(({ name, country }) => {
  const kind = fc.constantFrom(
    ...["", "State of ", "Commonwealth of ", "Province of "].map((front) => `${front}${name}`),
    ...["State", "Province"].map((behind) => `${name} ${behind}`),
  );
  const behind = fc.constantFrom(
    "",
    ...(COUNTRY_WORDS[country] ?? []).flatMap((words) => [`, ${words}`, ` (${words})`, ` ${words}`]),
  );
  return fc
    .tuple(kind, behind)
    .chain(([front, end]) => typed(`${front}${end}`))
    .map((text): { text: string; place: Place } => ({ text, place: { name, country } }));
});

describe("a place", () => {
  test.each([
    ["Washington", "Washington", "US"],
    ["WA", "Washington", "US"],
    ["Washington, USA", "Washington", "US"],
    ["Washington State", "Washington", "US"],
    ["WA, U.S.", "Washington", "US"],
    ["State of Washington, United States of America", "Washington", "US"],
    ["Washington, D.C.", "District of Columbia", "US"],
    ["new york", "New York", "US"],
    ["New York State", "New York", "US"],
    ["Commonwealth of Massachusetts", "Massachusetts", "US"],
    ["Georgia", "Georgia", "US"],
    ["Georgia (country)", "Georgia (country)", "GE"],
    ["GE", "Georgia (country)", "GE"],
    ["CA", "California", "US"],
    ["DE", "Delaware", "US"],
    ["PR", "Puerto Rico", "US"],
    ["ON", "Ontario", "CA"],
    ["Ontario, Canada", "Ontario", "CA"],
    ["Québec", "Quebec", "CA"],
    ["Newfoundland & Labrador", "Newfoundland and Labrador", "CA"],
    ["NL, Canada", "Newfoundland and Labrador", "CA"],
    ["Canada", "Canada", "CA"],
    ["NSW", "New South Wales", "AU"],
    ["WA, Australia", "Western Australia", "AU"],
    ["Queensland", "Queensland", "AU"],
    ["GB", "United Kingdom", "GB"],
    ["UK", "United Kingdom", "GB"],
    ["England", "England", "GB"],
    ["Scotland, UK", "Scotland", "GB"],
    ["U.S.A.", "United States", "US"],
    ["Germany", "Germany", "DE"],
    ["The Netherlands", "Netherlands", "NL"],
    ["Saint Lucia", "St. Lucia", "LC"],
    ["Côte d’Ivoire", "Côte d'Ivoire", "CI"],
    ["Turkey", "Türkiye", "TR"],
    ["FR", "France", "FR"],
  ])("%s is %s in %s", (text, name, country) => expect(placeOf(text)).toEqual({ name, country }));

  test("that is not known, or may be two, is none", () => {
    for (const text of [
      ...["", " ", "Atlantis", "QQ", "zz zz", "USA USA", "Seattle", "Paris, France", "toString", "__proto__"],
      ...["NL", "SK", "NT", "SA", "Ontario, CA", "Ontario, USA", "Washington, Canada", "State of Mexico"],
      ...["European Union", "Unknown Region", "Washington or Oregon", "not Washington"],
    ]) {
      expect(placeOf(text), text).toBeUndefined();
      expect(countryOf(text), text).toBeUndefined();
    }
  });

  test("gives itself in any casing", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACES).chain((place) => fc.tuple(fc.constant(place), typed(place.name))),
        ([place, text]) => {
          expect(placeOf(text)).toEqual(place);
        },
      ),
    );
    for (const place of PLACES) expect(placeOf(place.name)).toEqual(place);
  });

  test("gives itself with its country or what it is around it", () => {
    fc.assert(
      fc.property(surrounded, ({ text, place }) => {
        expect(placeOf(text)).toEqual(place);
      }),
      {
        numRuns: 2000,
      },
    );
  });

  test("has the same numbers, is asked about in the same registers, and is the same claim in every spelling", () => {
    const claim = { first: "Robin", last: "Vale" };
    fc.assert(
      fc.property(surrounded, ({ text, place }) => {
        expect(numberedIn(text)).toBe(numberedIn(place.name));
        expect(stateOf(text)).toBe(stateOf(place.name));
        expect(claimedState({ ...claim, state: text })).toBe(stateOf(place.name));
        expect(isOutside({ ...claim, state: text })).toBe(place.country !== "US");
        expect(claimHash({ ...claim, state: text })).toBe(claimHash({ ...claim, state: place.name }));
      }),
    );
  });
});

describe("the registers of the United States", () => {
  test("are asked about each of its states, and about a place that nobody knows", () => {
    for (const state of ["WA, USA", "United States", "Atlantis", "", undefined])
      expect(
        isOutside({ first: "Robin", last: "Vale", ...(state === undefined ? {} : { state }) }),
        state,
      ).toBe(false);
    expect(stateOf("United States")).toBeUndefined();
    expect(stateOf("Ontario")).toBeUndefined();
  });

  test("of a country with one register for all, each part has the same numbers", () => {
    for (const place of ["England", "Scotland", "UK", "gb"]) expect(numberedIn(place)).toBe("GB");
    expect(numberedIn("NSW")).toBe(numberedIn("Australia"));
    expect(numberedIn("Ontario")).not.toBe(numberedIn("Quebec"));
    expect(numberedIn("Atlantis ")).toBe("ATLANTIS");
  });
});
