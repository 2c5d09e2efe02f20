import { describe, expect, test } from "vitest";
import { crisisLinesFor, isPublicLine, lookupElsewhere } from "#core/screening/crisis-lines.ts";
import { CRISIS_LINES } from "#core/screening/crisis-lines-data.ts";
import { crisisMessage } from "#core/screening/crisis-message.ts";
import { screen } from "#core/screening/screen.ts";

const COUNTRIES = "US CA GB IE AU NZ DE AT CH FR ES IT NL BE SE NO DK FI PL PT MX AR BR IN ZA JP".split(" ");

describe("crisis lines", () => {
  test.each(COUNTRIES)("%s has an emergency number, a line and a public source", (country) => {
    const found = crisisLinesFor(country);
    expect(found?.country).toBe(country);
    expect(found?.emergencyNumber).toMatch(/\d{3}/);
    expect(found?.lines.length).toBeGreaterThan(0);
    expect(found?.source).toMatch(/^https:\/\//);
    for (const line of found?.lines ?? []) expect(line.contact).toMatch(/\d{3}|\d{2} \d{2}/);
  });

  test("the list is that one, and a country's key is its code", () => {
    expect(Object.keys(CRISIS_LINES).sort()).toEqual(COUNTRIES.toSorted());
  });

  test("codes in any case are known, others and names of object members are not", () => {
    expect(crisisLinesFor(" us ")?.lines[0]?.contact).toBe("call or text 988");
    for (const country of ["ZZ", "", "constructor", "__proto__"])
      expect(crisisLinesFor(country)).toBeUndefined();
  });

  test("no published number is taken for somebody's phone", () => {
    expect(isPublicLine("116-123")).toBe(true);
    expect(isPublicLine("212-555-0147")).toBe(false);
    for (const { lines } of Object.values(CRISIS_LINES)) {
      for (const { contact } of lines) {
        const found = screen(`Please ${contact} now.`).identifiers;
        expect(found.filter(({ type }) => type !== "CITY")).toEqual([]);
      }
    }
  });
});

describe("the crisis message", () => {
  const to = { pseudonym: "Quiet Heron", team: "The Lantern moderators" };

  test("in a crisis it thanks, gives the country's lines, then the emergency number, and offers company", () => {
    const text = crisisMessage({ ...to, country: "GB", level: "crisis" });
    expect(text).toMatch(/^Hi Quiet Heron, it sounds like things are very hard right now\. Thank you/);
    expect(text.indexOf("116 123")).toBeLessThan(text.indexOf("999"));
    expect(text).toContain("keep you company");
    expect(text.endsWith("— The Lantern moderators")).toBe(true);
  });

  test("in an emergency the emergency number comes before everything else", () => {
    const text = crisisMessage({ ...to, country: "US", level: "emergency" });
    expect(text.indexOf("911")).toBeLessThan(text.indexOf("988"));
    expect(text.split("\n")[0]).toContain("call 911 now");
  });

  test.each(["crisis", "emergency"] as const)("for an unknown country a %s names the directory", (level) => {
    const text = crisisMessage({ ...to, country: "ZZ", level });
    expect(text).toContain(lookupElsewhere.site);
    expect(text).toContain("112 works in many countries");
  });

  test("it never talks of rules", () => {
    for (const country of [...COUNTRIES, "ZZ"]) {
      for (const level of ["crisis", "emergency"] as const) {
        expect(crisisMessage({ ...to, country, level })).not.toMatch(
          /rule|violat|policy|removed|blocked|not allowed/i,
        );
      }
    }
  });
});
