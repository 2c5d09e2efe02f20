import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames, fitOf, type PersonName } from "#core/credentials/names/compare-names.ts";
import { nameParts } from "#core/credentials/names/name-parts.ts";
import { isNickname } from "#core/credentials/names/nicknames.ts";

/** "Robin J Vale" by its parts, middle name left out where there are two words. */
function named(text: string): PersonName {
  const [last = "", first = "", middle] = text.split("/");
  return { last, first, ...(middle === undefined ? {} : { middle }) };
}
const likeness = (one: string, other: string) => fitOf(compareNames(named(one), named(other)));
const last = (one: string, other: string) =>
  compareNames({ last: one, first: "Robin" }, { last: other, first: "Robin" }).last.outcome;
const first = (one: string, other: string) =>
  compareNames({ last: "Vale", first: one }, { last: "Vale", first: other }).first;

describe("last names", () => {
  test.each([
    ["O'Brien", "OBRIEN"],
    ["O’Brien", "O BRIEN"],
    ["Łukaszewicz", "LUKASZEWICZ"],
    ["Ørsted", "ORSTED"],
    ["Nuñez", "NUNEZ"],
    ["Müller", "MUELLER"],
    ["Müller", "MULLER"],
    ["Smith-Jones", "SMITH JONES"],
    ["Smith-Jones", "SMITHJONES"],
    ["Smith-Jones", "SMITH"],
    ["Smith-Jones", "JONES"],
    ["Garcia Lopez", "LOPEZ GARCIA"],
    ["Van Horne", "VANHORNE"],
    ["Van Horne", "HORNE"],
    ["de la Cruz", "CRUZ"],
    ["Delacruz", "DE LA CRUZ"],
    ["von der Leyen", "LEYEN"],
    ["St. John", "SAINT JOHN"],
    ["St. Clair", "CLAIR"],
    ["Vale, MD", "VALE"],
    ["Vale Jr.", "VALE"],
    ["Vale III, Pharm.D.", "VALE"],
    ["Nguyen, D.O.", "NGUYEN"],
  ])("%s is %s", (one, other) => {
    expect(last(one, other)).toBe("same");
    expect(last(other, one)).toBe("same");
  });

  test.each([
    ["Johnson", "JOHNSTON", "similar"],
    ["Smith", "SMYTH", "similar"],
    ["Smith-Jones", "SMITH-BROWN", "similar"],
    ["De Leon", "DE SILVA", "different"],
    ["Van Dyke", "VAN HORNE", "different"],
    ["Vale", "OAK", "different"],
    ["—", "OAK", "not-compared"],
  ])("%s and %s are %s", (one, other, outcome) => {
    expect(last(one, other)).toBe(outcome);
  });

  test("a name that is a title elsewhere stays a name", () => {
    expect(nameParts("Do").words).toEqual(["DO"]);
    expect(nameParts("Thi Do").words).toEqual(["THI", "DO"]);
    expect(nameParts("Ma, MD").words).toEqual(["MA"]);
    expect(nameParts("Jr")).toEqual({ words: ["JR"], suffix: null });
  });

  test("a name that was cut is its beginning, and only where it may be cut", () => {
    const long = { last: "Wolfeschlegelsteinhausenbergerdorff", first: "Robin" };
    const listed = { last: "WOLFESCHLEGELSTEINHA", first: "ROBIN" };
    expect(compareNames(long, listed, { last: true }).last).toMatchObject({ outcome: "same" });
    expect(compareNames(long, listed).last.outcome).toBe("similar");
    const second = { last: "CHRISTOPHERSON-RIVER", first: "ROBIN" };
    expect(compareNames({ last: "Rivera", first: "Robin" }, second, { last: true }).last.outcome).toBe(
      "same",
    );
    expect(compareNames({ last: "Christopher", first: "R" }, second, { last: true }).last.outcome).not.toBe(
      "same",
    );
  });

  test("a former name on either side fits, and is told", () => {
    const now = { last: "Vale", first: "Ana", otherLast: ["Oak"] };
    for (const [one, other] of [
      [now, { last: "OAK", first: "ANA" }],
      [{ last: "Oak", first: "Ana" }, now],
    ] as const) {
      const compared = compareNames(one, other);
      expect(compared).toMatchObject({ former: true, last: { outcome: "same" } });
      expect(fitOf(compared)).toBe("fits");
    }
  });
});

describe("first names", () => {
  test.each([
    ["Bob", "ROBERT", "a nickname"],
    ["Robert", "BOB", "a nickname"],
    ["Anne-Marie", "ANNEMARIE", "letters"],
    ["Anne-Marie", "ANNE", "one of its parts"],
    ["José", "JOSE", "letters"],
    ["Dr. Robin", "ROBIN", "letters"],
  ])("%s is %s by %s", (one, other, by) => {
    expect(first(one, other)).toMatchObject({ outcome: "same", by });
  });

  test("an initial fits; a middle name that is used as the first one is near", () => {
    expect(first("R", "ROBIN")).toMatchObject({ outcome: "similar", by: "an initial" });
    expect(likeness("Vale/R", "VALE/ROBIN")).toBe("fits");
    expect(likeness("Vale/Robin", "VALE/JAMES/ROBIN")).toBe("near");
    expect(likeness("Vale/Anne/Marie", "VALE/ANNEMARIE")).toBe("fits");
  });

  test("first and middle names in a row are one person's when each goes with the one beside it", () => {
    expect(likeness("Vale/J. Rowland", "VALE/JAMES/ROWLAND")).toBe("fits");
    expect(likeness("Vale/Thi Hoa", "VALE/HOA/THI")).toBe("fits");
    expect(likeness("Vale/Abigail/Quill", "VALE/ABIGAIL Q")).toBe("fits");
    expect(likeness("Vale/J. Rowland", "VALE/JAMES/PETER")).not.toBe("fits");
  });

  test("a nickname of a nickname is another name", () => {
    expect(isNickname("BOB", "ROBERT")).toBe(true);
    expect(isNickname("ROBERT", "ROB")).toBe(true);
    expect(isNickname("AARON", "ERIN")).toBe(true);
    const known = ["ROBERT", "WILLIAM", "MARGARET", "PEGGY", "AARON", "ERIN", "RON", "BILL"];
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.constantFrom(...known), (one, other) => {
        expect(isNickname(one, other)).toBe(isNickname(other, one));
      }),
    );
    expect(isNickname("PEGGY", "MAISIE")).toBe(false);
  });

  test("a first name that was cut fits where it may be cut", () => {
    const listed = { last: "VALE", first: "MAXIMILIANALEXA" };
    expect(
      compareNames({ last: "Vale", first: "Maximilianalexander" }, listed, { first: true }).first.outcome,
    ).toBe("same");
  });
});

describe("whole names", () => {
  test.each([
    ["Li/Chen", "CHEN/LI", "fits"],
    ["Vale/Robin/J", "VALE/ROBIN/JAMES", "fits"],
    ["Vale/Robin/John", "VALE/ROBIN/JAMES", "near"],
    ["Vale/Robin/Oak", "OAK-VALE/ROBIN/JEAN", "near"],
    ["Vale Jr/Robin", "VALE SR/ROBIN", "near"],
    ["Vale Jr/Robin", "VALE, JR./ROBIN", "fits"],
    ["Vale/Robin", "VALE JR/ROBIN", "fits"],
    ["Vale/Robin", "VALE/ANA", "other"],
    ["Vale/Robin", "OAK/ROBIN", "other"],
    ["Vale/Robin", "VALE/", "near"],
  ])("%s and %s: %s", (one, other, expected) => {
    expect(likeness(one, other)).toBe(expected);
  });

  test("a suffix in a column of its own is compared with one behind the name", () => {
    const junior = { last: "Vale Jr.", first: "Robin" };
    expect(fitOf(compareNames(junior, { last: "VALE", first: "ROBIN", suffix: "JR." }))).toBe("fits");
    expect(fitOf(compareNames(junior, { last: "VALE", first: "ROBIN", suffix: "SR." }))).toBe("near");
  });

  test("order is changed once, and said", () => {
    expect(compareNames(named("Li/Chen"), named("CHEN/LI"))).toMatchObject({ swapped: true });
    expect(compareNames(named("Vale/Robin"), named("VALE/ROBIN"))).toMatchObject({ swapped: false });
  });

  const letters = fc.string({ unit: fc.constantFrom(..."ABEMNORTUéØ'- "), minLength: 1, maxLength: 14 });
  const person = fc.record({ last: letters, first: letters, middle: fc.option(letters) });

  test("a name is itself, however it is written, and the order of the two does not matter to the parts", () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        fc.pre(nameParts(one.last).words.length > 0 && nameParts(one.first).words.length > 0);
        expect(fitOf(compareNames(one, one))).toBe("fits");
        const shouted = { ...one, last: one.last.toUpperCase(), first: one.first.replaceAll("-", " ") };
        expect(fitOf(compareNames(one, shouted))).toBe("fits");
        const [there, back] = [compareNames(one, other), compareNames(other, one)];
        expect(fitOf(there)).toBe(fitOf(back));
        expect(there.score).toBeCloseTo(back.score, 9);
        for (const { score } of [there.last, there.first, there.middle, there.suffix])
          expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
