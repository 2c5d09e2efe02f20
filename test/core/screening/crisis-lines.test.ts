import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { crisisLinesFor, isPublicLine, lookupElsewhere } from "#core/screening/crisis-lines.ts";
import { CrisisLinesError, checkedCrisisLines } from "#core/screening/crisis-lines-file.ts";
import { crisisMessage } from "#core/screening/crisis-message.ts";
import { loadCrisisLines, ownCrisisLines, shippedCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { screen } from "#core/screening/screen.ts";
import { adviceMessage, worryMessage } from "#core/screening/worry-message.ts";

const COUNTRIES = "US CA GB IE AU NZ DE AT CH FR ES IT NL BE SE NO DK FI PL PT MX AR BR IN ZA JP".split(" ");
const linesOf = (country: string) => crisisLinesFor(shippedCrisisLines(), country);

describe("crisis lines", () => {
  test.each(COUNTRIES)(
    "%s has an emergency number, a line, a public source and the day of its review",
    (country) => {
      const found = linesOf(country);
      expect(found?.country).toBe(country);
      expect(found?.emergencyNumber).toMatch(/\d{3}/);
      expect(found?.lines.length).toBeGreaterThan(0);
      expect(found?.source).toMatch(/^https:\/\//);
      expect(found?.reviewed).toMatch(/^20\d\d-\d\d-\d\d$/);
      for (const line of found?.lines ?? []) expect(line.contact).toMatch(/\d{3}|\d{2} \d{2}/);
    },
  );

  test("the list is that one", () => {
    expect([...shippedCrisisLines().countries.keys()].sort()).toEqual(COUNTRIES.toSorted());
  });

  test("codes in any case are known, others and names of object members are not", () => {
    expect(linesOf(" us ")?.lines[0]?.contact).toBe("call or text 988");
    for (const country of ["ZZ", "", "constructor", "__proto__"]) expect(linesOf(country)).toBeUndefined();
  });

  test("no published number is taken for somebody's phone", () => {
    expect(isPublicLine("116-123")).toBe(true);
    expect(isPublicLine("212-555-0147")).toBe(false);
    for (const { lines } of shippedCrisisLines().countries.values()) {
      for (const { contact } of lines) {
        const found = screen(`Please ${contact} now.`).identifiers;
        expect(found.filter(({ type }) => type !== "CITY")).toEqual([]);
      }
    }
  });
});

const OWN = `
- country: GB
  emergencyNumber: "999"
  source: https://example.org/lines
  reviewed: 2031-02-01
  lines:
    - { name: Harbour Night Line, contact: call 0141 496 0555, hours: 8 pm to 6 am, languages: [en, gd] }
- country: KE
  emergencyNumber: "999 or 112"
  source: https://example.org/ke
  reviewed: 2031-02-01
  lines:
    - { name: Befrienders, contact: call 0722 555 177 }
`;

/** The path of an own file with this in it. */
function ownFile(text: string): string {
  const home = mkdtempSync(join(tmpdir(), "curbside-lines-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  writeFileSync(ownCrisisLines(home), text);
  return ownCrisisLines(home);
}

function problemsOf(load: () => unknown): readonly string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof CrisisLinesError)) throw error;
    return error.problems.map(({ file, where, problem }) =>
      [file, where, problem].filter(Boolean).join(": "),
    );
  }
}

describe("lines of one's own", () => {
  test("replace a country's entry whole, add others, and leave the rest", () => {
    const book = loadCrisisLines(ownFile(OWN));
    expect(crisisLinesFor(book, "gb")?.lines.map(({ name }) => name)).toEqual(["Harbour Night Line"]);
    expect(crisisLinesFor(book, "KE")?.emergencyNumber).toBe("999 or 112");
    expect(crisisLinesFor(book, "US")).toEqual(linesOf("US"));
    expect([...book.countries.keys()].slice(0, 2)).toEqual(["GB", "KE"]);
    expect(linesOf("GB")?.lines[0]?.name).toBe("Samaritans");
  });

  test("are published numbers, which screening leaves where they are", () => {
    const text = "They said to call 0141 496 0555, or my sister on 0141 496 0777.";
    const { scrubbed } = screen(text, { crisisLines: loadCrisisLines(ownFile(OWN)) });
    expect(scrubbed).toContain("0141 496 0555");
    expect(scrubbed).not.toContain("0141 496 0777");
    expect(screen(text).scrubbed).not.toContain("0141 496 0555");
  });

  test("are none where there is no file, or nothing in it", () => {
    expect(loadCrisisLines("/nowhere/crisis-lines.yaml")).toBe(shippedCrisisLines());
    expect(loadCrisisLines(ownFile("# none yet\n")).countries.size).toBe(COUNTRIES.length);
  });

  test("with mistakes are refused with all of them, each by its country", () => {
    const wrong = `
- country: GB
  emergencyNumber: 999
  source: http://example.org
  reviewed: 2031-02-30
  lines: []
- country: Kenya
  emergencyNumber: "none"
  source: https://example.org
  reviewed: "2031-02-01"
  phone: "1"
  lines: [{ name: "", contact: "call\\n1" }]
`;
    expect(problemsOf(() => loadCrisisLines(ownFile(wrong)))).toEqual([
      "crisis-lines.yaml: GB emergencyNumber: must be text; write it in quotes",
      "crisis-lines.yaml: GB source: must be an address that begins with https://",
      "crisis-lines.yaml: GB reviewed: must be a day, such as 2027-01-31",
      "crisis-lines.yaml: GB lines: must hold at least one line",
      "crisis-lines.yaml: Kenya country: must be the two capital letters of a country, such as GB",
      "crisis-lines.yaml: Kenya emergencyNumber: must hold a number",
      "crisis-lines.yaml: Kenya lines 1 name: must not be empty",
      "crisis-lines.yaml: Kenya lines 1 contact: must be one line",
      "crisis-lines.yaml: Kenya: phone: there is no such name here",
    ]);
    expect(problemsOf(() => loadCrisisLines(ownFile(`${OWN}${OWN}`)))).toContain(
      "crisis-lines.yaml: GB: is there twice",
    );
    expect(problemsOf(() => loadCrisisLines(ownFile("- country: [")))[0]).toMatch(
      /^crisis-lines.yaml: line 1: /,
    );
    expect(problemsOf(() => loadCrisisLines(ownFile("GB: 999")))).toEqual([
      "crisis-lines.yaml: must be a list of countries",
    ]);
  });

  test("whatever stands in a file, it is a list of lines or a CrisisLinesError", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.array(fc.record({ country: fc.constantFrom("GB", 1) }))),
        (data) => {
          const problems = problemsOf(() => checkedCrisisLines("any.yaml", data));
          expect(problems.length > 0 || Array.isArray(data)).toBe(true);
        },
      ),
    );
  });
});

describe("the crisis message", () => {
  const to = { pseudonym: "Quiet Heron", team: "The Lantern moderators" };

  test("in a crisis it thanks, gives the country's lines, then the emergency number, and offers company", () => {
    const text = crisisMessage({ ...to, lines: linesOf("GB"), level: "crisis" });
    expect(text).toMatch(/^Hi Quiet Heron, it sounds like things are very hard right now\. Thank you/);
    expect(text.indexOf("116 123")).toBeLessThan(text.indexOf("999"));
    expect(text).toContain("keep you company");
    expect(text.endsWith("— The Lantern moderators")).toBe(true);
  });

  test("in an emergency the emergency number comes before everything else", () => {
    const text = crisisMessage({ ...to, lines: linesOf("US"), level: "emergency" });
    expect(text.indexOf("911")).toBeLessThan(text.indexOf("988"));
    expect(text.split("\n")[0]).toContain("call 911 now");
  });

  test.each(["crisis", "emergency"] as const)("for an unknown country a %s names the directory", (level) => {
    const text = crisisMessage({ ...to, lines: linesOf("ZZ"), level });
    expect(text).toContain(lookupElsewhere.site);
    expect(text).toContain("112 works in many countries");
  });

  test("it never talks of rules", () => {
    for (const country of [...COUNTRIES, "ZZ"]) {
      for (const level of ["crisis", "emergency"] as const) {
        expect(crisisMessage({ ...to, lines: linesOf(country), level })).not.toMatch(
          /rule|violat|policy|removed|blocked|not allowed/i,
        );
      }
    }
  });
});

describe("what is said where somebody is worried", () => {
  const to = { pseudonym: "Quiet Heron", team: "The Lantern moderators", lines: linesOf("GB") };

  test("to the person: the lines, the number and company; nobody is named and nothing is asked", () => {
    const text = worryMessage(to);
    for (const part of ["Hi Quiet Heron", "116 123", "call 999", "keep you company"])
      expect(text).toContain(part);
    expect(text).not.toMatch(/suicid|worried about you|report|rule|you must|please answer/i);
  });

  test("to who is worried: emergency services first, how to help, and whether the team knows", () => {
    const text = adviceMessage({ ...to, told: true });
    expect(text.indexOf("call 999")).toBeLessThan(text.indexOf("How you can help"));
    expect(text).toContain("Our team is told that somebody is worried, not who.");
    expect(adviceMessage({ ...to, pseudonym: undefined, lines: undefined, told: false })).toMatch(
      /^Thank you for looking out.*112 works in many countries.*Our team is not told/s,
    );
  });
});
