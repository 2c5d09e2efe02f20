import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findNeverKept, refuseNeverKept } from "#core/credentials/proof/never-kept.ts";
import { textFor } from "#core/error-text.ts";
import type { DomainError } from "#core/errors.ts";

const found = (text: string) =>
  findNeverKept(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe("what is never kept", () => {
  test.each([
    ["my number is 219-09-9999, thanks", "ssn: 219-09-9999"],
    ["219 09 9999", "ssn: 219 09 9999"],
    ["219.09.9999", "ssn: 219.09.9999"],
    ["219‑09‑9999 with other hyphens", "ssn: 219‑09‑9999"],
    ["２１９-09-9999", "ssn: ２１９-09-9999"],
    ["219-09-9999 / 1980", "ssn: 219-09-9999"],
    ["SSN: 219099999", "ssn: 219099999"],
    ["social security no. 219 - 09 - 9999", "ssn: 219 - 09 - 9999"],
    ["219099999 is my SSN", "ssn: 219099999"],
    ["last 4 of my SSN: 9941", "ssn: 9941"],
    ["SSN last 4: 9941", "ssn: 9941"],
    ["the form shows xxx-xx-9941", "ssn: xxx-xx-9941"],
    ["***-**-9941", "ssn: ***-**-9941"],
    ["my social is 219099999", "ssn: 219099999"],
    ["social: 2 1 9 - 0 9 - 9 9 9 9", "ssn: 2 1 9 - 0 9 - 9 9 9 9"],
    ["DEA AB1234563", "dea: AB1234563"],
    ["AB1234563", "dea: AB1234563"],
    ["ab1234563", "dea: ab1234563"],
    ["f91234563 is it", "dea: f91234563"],
    ["my dea number is MV 1234563", "dea: MV 1234563"],
    ["DEA AB1234560 with a slip of the finger", "dea: AB1234560"],
    ["AB 1234563 (DEA)", "dea: AB 1234563"],
    ["DEA license AB1234563, MD license 4471", "dea: AB1234563"],
    ["DOB: 05/03/1970", "date-of-birth: 05/03/1970"],
    ["d.o.b. 1970-05-03", "date-of-birth: 1970-05-03"],
    ["Date of birth (mm/dd/yyyy): 05/03/1970", "date-of-birth: 05/03/1970"],
    ["I was born on May 3, 1970 in Dublin", "date-of-birth: May 3, 1970"],
    ["born in Dublin on 3 May 1970", "date-of-birth: 3 May 1970"],
    ["geb. 03.05.1970", "date-of-birth: 03.05.1970"],
    ["nacida el 3 de mayo de 1970", "date-of-birth: el 3 de mayo de 1970"],
    ["a DOB of 11/07/1968", "date-of-birth: 11/07/1968"],
    ["her birthday's 11/07/1968", "date-of-birth: 11/07/1968"],
    ["05/03/1970 (DOB)", "date-of-birth: 05/03/1970"],
    ["DOB 19700503", "date-of-birth: 19700503"],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    "NPI 1234567893",
    "licence 219099999 of Ohio",
    "219099999",
    "licensed social worker 219099999",
    "I am a licensed clinical social worker, no. 4471",
    "my social work licence 4471",
    "social work 219099999",
    "I will not give my SSN. Licence 4471",
    "my social security card came in 1998",
    "AB1234560",
    "RN9123456",
    "license MD1234563",
    "ME1234560",
    "call me at 1234563",
    "A12345, MD012345L, 036.123456, 2017-01132",
    "issued 05/03/2019, expires 05/03/2027",
    "anyone born before January 1, 1957 needs no second dose",
    "babies born at 34 weeks",
    "phone 828-555-0143 or 1-800-273-8255",
    "call 988",
  ])("is not: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("all kinds in one text, in order and apart", () => {
    const text = "Robin Vale, born 3 May 1970, DEA AB1234563,\nSSN 219-09-9999";
    expect(found(text)).toEqual(["date-of-birth: 3 May 1970", "dea: AB1234563", "ssn: 219-09-9999"]);
  });

  test("is refused in words that say what it was, and never repeat it", () => {
    expect(() => refuseNeverKept({ licence: "MD1234563", former: "licence 4471 of Ohio" })).not.toThrow();
    let refusal: unknown;
    try {
      refuseNeverKept({ npi: "219-09-9999 and 219-09-9998", licence: "DEA AB1234563" });
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: "never_kept", details: { kinds: ["ssn", "dea"] } });
    const words = JSON.stringify([textFor(refusal as DomainError<"never_kept">), refusal]);
    expect(words).toContain("a social security number and a DEA number");
    expect(words).not.toMatch(/\d{3}/);
  });
});

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
const lastOf = (six: string) => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = [...six].map(Number);
  return (a + c + e + 2 * (b + d + f)) % 10;
};

describe("what is never kept, for any text", () => {
  test("finds every DEA number, and no code in its form whose check digit does not fit", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("A", "B", "F", "G", "M"),
        digits(6),
        fc.integer({ min: 1, max: 9 }),
        (letter, six, off) => {
          const code = `${letter}S${six}`;
          expect(found(`it is ${code}${lastOf(six)}.`)).toEqual([`dea: ${code}${lastOf(six)}`]);
          expect(found(`it is ${code}${(lastOf(six) + off) % 10}.`)).toEqual([]);
        },
      ),
    );
  });

  test("bare numbers of any length are none", () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }).chain(digits), (number) => {
        expect(found(`licence ${number} of Ohio`)).toEqual([]);
        expect(found(number)).toEqual([]);
      }),
    );
  });

  test("never throws, and gives stretches of the text in order and apart", () => {
    const pieces = fc.constantFrom(
      "219-09-9999",
      "AB1234563",
      "born ",
      "3 May 1970",
      "SSN ",
      "\u200b",
      "１",
      " ",
      "é",
      "😀",
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ unit: "grapheme" }))).map((all) => all.join(""));
    fc.assert(
      fc.property(text, (typed) => {
        let covered = 0;
        for (const { start, end } of findNeverKept(typed)) {
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
          covered = end;
        }
      }),
    );
  });

  test("is linear: ten times the text takes no hundred times as long", () => {
    const time = (text: string) => {
      const started = performance.now();
      findNeverKept(text);
      return performance.now() - started;
    };
    for (const piece of ["ssn ", "1 ", "born on the ", "dea ", "AB123456", "social security "]) {
      time(piece.repeat(1000));
      expect(time(piece.repeat(20_000))).toBeLessThan(2000);
    }
  });
});
