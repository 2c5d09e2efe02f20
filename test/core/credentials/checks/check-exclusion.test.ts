import { describe, expect, test } from "vitest";
import { checkClaim } from "#core/credentials/checks/check-claim.ts";
import type { Claimed } from "#core/credentials/checks/claimed.ts";
import { compareBirth, rowHash } from "#core/credentials/checks/exclusion-candidate.ts";
import type { Exclusion } from "#core/credentials/registries/leie/find-exclusions.ts";
import { npiOf } from "../../../../scripts/registries/nppes-rows.ts";
import { type Fields, NOW } from "../registries/files.ts";
import { registriesOf } from "./registry-files.ts";

const NPI = npiOf(100_000_001);
const CLAIM: Claimed = { first: "Robin", last: "Vale", npi: NPI, state: "WA", license: "1" };
const BORN = "1961-04-02";
const LISTED: Fields = { LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" };

async function exclusions(
  claim: Partial<Claimed>,
  rows: readonly Fields[],
  { nppes = {}, cleared }: { nppes?: Fields; cleared?: ReadonlySet<string> } = {},
) {
  const row = { NPI, "Entity Type Code": "1", "Provider Last Name (Legal Name)": "VALE", ...nppes };
  using registries = await registriesOf({ nppes: [row], leie: rows });
  const options = cleared === undefined ? { now: NOW } : { now: NOW, cleared };
  const report = checkClaim(registries, { ...CLAIM, ...claim }, options);
  const check = report.checks.at(-1);
  return { ...check, candidates: check?.candidates ?? [], outcome: report.outcome };
}

describe("the list of exclusions", () => {
  test.each([
    ["the same date of birth", { born: BORN }, LISTED, "hit"],
    ["another one", { born: "1980-03-31" }, LISTED, "not-found"],
    ["none given", {}, LISTED, "review"],
    ["none that is a day", { born: "in spring" }, LISTED, "review"],
    ["none in the list", { born: BORN }, { ...LISTED, DOB: "00000000" }, "review"],
    ["day and month turned", { born: "1961-02-04" }, LISTED, "review"],
    ["one digit wrong", { born: "1961-04-03" }, LISTED, "review"],
  ] as const)("with the name and %s: %s", async (_, claim, row, result) => {
    expect((await exclusions(claim, [row])).result).toBe(result);
  });

  test.each([
    ["the same NPI under any name", {}, { LASTNAME: "OAK", FIRSTNAME: "YVO", NPI }, "hit"],
    ["the NPI of a business", {}, { BUSNAME: "VALE CARE INC", NPI }, "hit"],
    ["a waiver", { born: BORN }, { ...LISTED, WAIVERDATE: "20200101", WVRSTATE: "TX" }, "hit"],
    ["a nickname", { first: "Bob", born: BORN }, { ...LISTED, FIRSTNAME: "ROBERT" }, "hit"],
    ["an initial", { born: BORN }, { ...LISTED, FIRSTNAME: "R" }, "hit"],
    ["a former name", { formerLast: ["Oak"], born: BORN }, { ...LISTED, LASTNAME: "OAK" }, "hit"],
    ["half of a double name", { last: "Oak-Vale", born: BORN }, LISTED, "hit"],
    ["another order of names", { first: "Vale", last: "Robin", born: BORN }, LISTED, "hit"],
    ["accents", { last: "Válê", born: BORN }, LISTED, "hit"],
    ["an umlaut written out", { last: "Mühl", born: BORN }, { ...LISTED, LASTNAME: "MUEHL" }, "hit"],
    ["a misspelling", { last: "Johnston", born: BORN }, { ...LISTED, LASTNAME: "JOHNSTONE" }, "hit"],
    ["a misspelling, no birth", { last: "Johnston" }, { ...LISTED, LASTNAME: "JOHNSTONE" }, "review"],
    ["first name and birth", { born: BORN }, { ...LISTED, LASTNAME: "UNTOLDENSON" }, "review"],
    ["last name and birth", { born: BORN }, { ...LISTED, FIRSTNAME: "GWENDOLYN" }, "review"],
    ["birth alone", { born: BORN }, { ...LISTED, LASTNAME: "OAK", FIRSTNAME: "YVO" }, "not-found"],
    ["last name alone", {}, { ...LISTED, FIRSTNAME: "YVO" }, "not-found"],
    ["a business of that name", {}, { BUSNAME: "VALE CARE INC" }, "not-found"],
  ] as const)("knows somebody by %s", async (_, claim, row, result) => {
    const found = await exclusions(claim, [row]);
    expect(found.result).toBe(result);
    if (result === "hit") expect(found.outcome).toBe("refuse");
  });

  test("knows somebody by a name that was cut at its width", async () => {
    const last = "Wolfeschlegelsteinhausenbergerdorff";
    const cut = { ...LISTED, LASTNAME: "WOLFESCHLEGELSTEINHA" };
    expect((await exclusions({ last, born: BORN }, [cut])).result).toBe("hit");
    const first = "Maximilian-Alexander";
    expect(
      (await exclusions({ first, born: BORN }, [{ ...LISTED, FIRSTNAME: "MAXIMILIAN ALEX" }])).result,
    ).toBe("hit");
  });

  test("is looked through for the names in NPPES too", async () => {
    const nppes = { "Provider First Name": "ROBIN", "Provider Other Last Name": "OAK" };
    const listed = { ...LISTED, LASTNAME: "OAK" };
    expect((await exclusions({ born: BORN }, [listed], { nppes })).result).toBe("hit");
    expect((await exclusions({}, [listed], { nppes })).result).toBe("review");
  });

  test("says of each row what it is and never when somebody was born", async () => {
    const found = await exclusions({ born: BORN }, [{ ...LISTED, STATE: "TX", WAIVERDATE: "20200101" }]);
    expect(found.candidates).toEqual([
      {
        rowHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        score: 1,
        says: "VALE, ROBIN (TX; excluded 20190320; 1128a1): the name fits, and the date of birth is the same. A waiver for some states does not lift it.",
        cleared: false,
        born: "same",
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/1961-?04-?02/);
  });
});

describe("a ruling", () => {
  const hashes = async (claim: Partial<Claimed>, rows: readonly Fields[]) =>
    new Set((await exclusions(claim, rows)).candidates.map((one) => one.rowHash));

  test("that a row is somebody else clears it, until the row changes", async () => {
    const cleared = await hashes({}, [LISTED]);
    expect(await exclusions({}, [LISTED], { cleared })).toMatchObject({
      result: "not-found",
      candidates: [{ cleared: true }],
    });
    expect((await exclusions({}, [{ ...LISTED, CITY: "ELSEWHERE" }], { cleared })).result).toBe("review");
    expect((await exclusions({}, [LISTED, { ...LISTED, STATE: "NV" }], { cleared })).result).toBe("review");
  });

  test("never clears an NPI or a date of birth that are the same", async () => {
    const cleared = await hashes({}, [LISTED]);
    expect((await exclusions({ born: BORN }, [LISTED], { cleared })).result).toBe("hit");
    const byNpi = { ...LISTED, NPI };
    expect((await exclusions({}, [byNpi], { cleared: await hashes({}, [byNpi]) })).result).toBe("hit");
  });

  test("on one of two rows that differ in the birth alone clears neither", async () => {
    const rows = [LISTED, { ...LISTED, DOB: "19350607" }];
    const cleared = await hashes({}, rows);
    expect(cleared.size).toBe(1);
    expect((await exclusions({}, rows, { cleared })).result).toBe("review");
  });

  test("names rows without their date of birth, which could be tried out", () => {
    const row = { id: 1, last: "VALE", first: "ROBIN", born: "19610402", type: "1128a1" } as Exclusion;
    expect(rowHash({ ...row, id: 2, born: "19350607" })).toBe(rowHash(row));
    expect(rowHash({ ...row, first: "ANA" })).not.toBe(rowHash(row));
  });
});

test.each([
  ["19610402", "19610402", "same"],
  ["19610402", "19610204", "near"],
  ["19610402", "19610403", "near"],
  ["19610402", "19620503", "different"],
  [undefined, "19610402", "unknown"],
  ["19610402", null, "unknown"],
  ["19610402", "1961", "unknown"],
] as const)("born %s and %s: %s", (claimed, listed, birth) => {
  expect(compareBirth(claimed, listed)).toBe(birth);
});
