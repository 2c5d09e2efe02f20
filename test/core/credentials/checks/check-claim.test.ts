import { describe, expect, test } from "vitest";
import type { Check } from "#core/credentials/checks/check.ts";
import { checkClaim } from "#core/credentials/checks/check-claim.ts";
import { type Claimed, claimHash } from "#core/credentials/checks/claimed.ts";
import { professionsIn, supported } from "#core/credentials/checks/profession-words.ts";
import { importLicense } from "#core/credentials/registries/license/import-license.ts";
import { importNppes } from "#core/credentials/registries/nppes/import-nppes.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { npiOf } from "../../../../scripts/registries/nppes-rows.ts";
import { type Fields, NOW, nppesFile, workFolder } from "../registries/files.ts";
import { type LicenseLine, registriesOf, taxonomy, type World } from "./registry-files.ts";

const NPI = npiOf(100_000_001);
const CLAIM: Claimed = {
  first: "Robin",
  last: "Vale",
  npi: NPI,
  state: "WA",
  license: "MD60123456",
  profession: "physician",
};
const ROW: Fields = {
  NPI,
  "Entity Type Code": "1",
  "Provider Last Name (Legal Name)": "VALE",
  "Provider First Name": "ROBIN",
  ...taxonomy(1, "207R00000X", "", "", "Y"),
};
const LINE: LicenseLine = {
  number: "MD60123456",
  last: "VALE",
  first: "ROBIN",
  type: "Physician And Surgeon License",
};
const NOBODY: Fields = { LASTNAME: "NOBODYSON", FIRSTNAME: "YVO" };

/** The world in which the claim is good, with what is changed in it. */
const world = (change: World = {}): World => ({
  nppes: [ROW],
  leie: [NOBODY],
  licenses: { "wa-health": [LINE] },
  ...change,
});
async function checked(claim: Partial<Claimed> = {}, change: World = {}, now = NOW) {
  using registries = await registriesOf(world(change));
  const report = checkClaim(registries, { ...CLAIM, ...claim }, { now });
  const find = (source: Check["source"]) => report.checks.find((check) => check.source === source);
  return { report, find, result: (source: Check["source"]) => find(source)?.result };
}
const licence = (line: Partial<LicenseLine>): World => ({
  licenses: { "wa-health": [{ ...LINE, ...line }] },
});
const nppes = (fields: Fields): World => ({ nppes: [{ ...ROW, ...fields }] });

describe("a claim", () => {
  test("in which everything is right is proposed for approval, with the files it was held against", async () => {
    const { report, find } = await checked();
    expect(report).toMatchObject({
      outcome: "approve",
      reasons: [],
      profession: "physician",
      expiresAt: "2027-01-31",
    });
    expect(find("license")?.version).toMatchObject({
      name: "Washington State Department of Health",
      file: "wa-health.csv",
      asOf: "2026-02-10",
      until: "2026-02-10",
      stale: false,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      rowHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("of which nothing can be looked up is for a person, and nothing of it is good", () => {
    const { folder } = workFolder();
    const report = checkClaim(openRegistries(folder), CLAIM, { now: NOW });
    expect(report.checks.map(({ result }) => result)).toEqual([
      "match",
      "unknown",
      "unknown",
      "unknown",
      "unknown",
    ]);
    expect(report.outcome).toBe("review");
    expect(report.reasons).toHaveLength(4);
  });

  test("from outside the United States is looked up by hand", async () => {
    const { report } = await checked({ state: "Ontario" });
    expect(report.checks.map(({ result }) => result)).toEqual(Array(5).fill("unknown"));
    expect(report).toMatchObject({ outcome: "review", reasons: [expect.stringContaining("by hand")] });
    expect((await checked({ state: "washington" })).report.outcome).toBe("approve");
  });

  test("has one hash however it is typed, and no date of birth in it", () => {
    const hash = claimHash({ ...CLAIM, born: "1980-03-31" });
    expect(claimHash({ ...CLAIM, last: " VALE ", state: "Washington", license: "md 60123456" })).toBe(hash);
    expect(claimHash({ ...CLAIM, born: "1961-04-02" })).toBe(hash);
    expect(claimHash({ ...CLAIM, first: "Ana" })).not.toBe(hash);
  });

  test("that lacks the NPI, the licence, the state or the profession is never good", async () => {
    for (const missing of ["npi", "license", "state", "profession"] as const) {
      const { [missing]: _, ...rest } = CLAIM;
      using registries = await registriesOf(world());
      expect(checkClaim(registries, rest, { now: NOW }).outcome, missing).toBe("review");
      expect((await checked({ [missing]: "  " })).report.outcome, missing).toBe("review");
    }
  });
});

describe("a registry that is too old", () => {
  test.each(["nppes", "leie", "wa-health"] as const)("%s keeps a claim from approval", async (which) => {
    const { report } = await checked({}, { asOf: { [which]: "2026-01-14" } });
    expect(report.outcome).toBe("review");
    expect(report.reasons.join()).toContain("too old");
    expect((await checked({}, { asOf: { [which]: "2026-01-15" } })).report.outcome).toBe("approve");
  });

  test("still tells against somebody, but not by a day that came since", async () => {
    const old = { asOf: { "wa-health": "2026-01-01" } } as const;
    const suspended = await checked({}, { ...licence({ status: "SUSPENDED" }), ...old });
    expect(suspended.report.outcome).toBe("refuse");
    const renewed = await checked({}, { ...licence({ expires: "2026-02-01" }), ...old });
    expect(renewed.result("license")).toBe("unknown");
    expect(renewed.report.outcome).toBe("review");
  });

  test("is one with months missing, however new its last weekly file is", async () => {
    const { folder, file } = workFolder();
    const common = { folder, now: NOW, acceptSmaller: true };
    const full = file("npidata_pfile_20050523-20251214.csv", nppesFile([ROW]));
    await importNppes({ ...common, path: full });
    const weekly = file("npidata_pfile_20260216-20260222.csv", nppesFile([ROW]));
    await importNppes({ ...common, path: weekly });
    using registries = openRegistries(folder);
    const { checks } = checkClaim(registries, CLAIM, { now: NOW });
    expect(checks[1]).toMatchObject({ result: "unknown", version: { until: "2025-12-14", stale: true } });
  });
});

describe("the NPI", () => {
  test("that cannot be one, is nobody's, an organisation's, or not in use any more", async () => {
    expect((await checked({ npi: "1234567890" })).result("npi")).toBe("mismatch");
    expect((await checked({ npi: npiOf(100_000_777) })).result("nppes")).toBe("not-found");
    expect((await checked({}, nppes({ "Entity Type Code": "2" }))).result("nppes")).toBe("mismatch");
    const over = await checked({}, nppes({ "Entity Type Code": "", "NPI Deactivation Date": "03/14/2019" }));
    expect(over.find("nppes")).toMatchObject({
      result: "inactive",
      says: expect.stringContaining("2019-03-14"),
    });
    const back = { "NPI Deactivation Date": "03/14/2019", "NPI Reactivation Date": "05/01/2019" };
    expect((await checked({}, nppes(back))).report.outcome).toBe("approve");
  });

  test("of somebody else is refused; with another first name it is for a person", async () => {
    const other = await checked({}, nppes({ "Provider Last Name (Legal Name)": "OAK" }));
    expect(other).toMatchObject({ report: { outcome: "refuse" } });
    expect((await checked({}, nppes({ "Provider First Name": "GWENDOLYN" }))).report.outcome).toBe("review");
  });

  test("says nothing of a licence: without the state's file nobody is proposed", async () => {
    const listed = nppes(taxonomy(1, "207R00000X", "MD60123456", "WA", "Y"));
    const { report, find } = await checked({}, { ...listed, licenses: {} });
    expect(find("nppes")).toMatchObject({ result: "match" });
    expect(find("license")).toMatchObject({ result: "unknown" });
    expect(report.outcome).toBe("review");
  });

  test("whose row has another number of a licence in that state is for a person", async () => {
    const listed = (number: string, state: string) => nppes(taxonomy(1, "207R00000X", number, state, "Y"));
    expect((await checked({}, listed("MD60999999", "WA"))).result("nppes")).toBe("review");
    expect((await checked({}, listed("60123456", "Washington"))).result("nppes")).toBe("match");
    expect((await checked({}, listed("032024", "GA"))).result("nppes")).toBe("match");
  });
});

describe("the profession", () => {
  const told = (...codes: readonly (readonly [string, string])[]) =>
    nppes(Object.assign({}, ...codes.map(([code, primary], at) => taxonomy(at + 1, code, "", "", primary))));
  const bare = { licenses: {} };

  test.each([
    ["physician", [["390200000X", "Y"]], "mismatch"],
    [
      "physician",
      [
        ["390200000X", "Y"],
        ["207R00000X", "N"],
      ],
      "mismatch",
    ],
    [
      "physician",
      [
        ["390200000X", "N"],
        ["207R00000X", "Y"],
      ],
      "match",
    ],
    [
      "physician",
      [
        ["390200000X", "Y"],
        ["207R00000X", "Y"],
      ],
      "review",
    ],
    [
      "physician",
      [
        ["207Q00000X", "Y"],
        ["207R00000X", "Y"],
      ],
      "match",
    ],
    [
      "nurse practitioner",
      [
        ["163W00000X", "Y"],
        ["363LF0000X", "Y"],
      ],
      "review",
    ],
    [
      "nurse practitioner",
      [
        ["163W00000X", "N"],
        ["363LF0000X", "N"],
      ],
      "review",
    ],
    ["registered nurse", [["363LF0000X", "Y"]], "match"],
    ["nurse practitioner", [["163W00000X", "Y"]], "mismatch"],
    ["pharmacist", [["183700000X", "Y"]], "mismatch"],
    [
      "pharmacist",
      [
        ["183700000X", "Y"],
        ["183500000X", "N"],
      ],
      "review",
    ],
    ["physical therapist", [["225200000X", "Y"]], "mismatch"],
    ["physician", [["174400000X", "Y"]], "unknown"],
    ["physician", [["193200000X", "Y"]], "unknown"],
    ["wizard", [["207R00000X", "Y"]], "unknown"],
  ] as const)("%s with taxonomies %j: %s", async (profession, codes, result) => {
    const { find } = await checked({ profession }, { ...told(...codes), ...bare });
    expect(find("taxonomy")?.result).toBe(result);
  });

  test("an ambiguous primary taxonomy is said", async () => {
    const { find } = await checked({}, told(["207Q00000X", "Y"], ["207R00000X", "Y"]));
    expect(find("taxonomy")?.says).toContain("does not say which is the primary one");
  });

  test("without the list of codes follows from the licence alone", async () => {
    const { report, result } = await checked({}, { nucc: false });
    expect(result("taxonomy")).toBe("unknown");
    expect(report.outcome).toBe("approve");
    const without = await checked({}, { nucc: false, ...licence({ type: "Something Else License" }) });
    expect(without.report.outcome).toBe("review");
  });

  test.each([
    ["Physician And Surgeon License", "physician"],
    ["DR", "physician"],
    ["Internal Medicine Physician", "physician"],
    ["Internist", "physician"],
    ["Medical Intern", "resident or student"],
    ["Pharmacist Intern", "resident or student"],
    ["Physician in Training", "resident or student"],
    ["Physician Assistant", "physician assistant"],
    ["Podiatric Physician", "podiatrist"],
    ["Chiropractic Physician", "chiropractor"],
    ["Pharmacy Technician License", "pharmacy technician"],
    ["Pharm. tech", "pharmacy technician"],
    ["Physical Therapist Assistant", "physical therapist assistant"],
    ["PTA", "physical therapist assistant"],
    ["Registered Nurse", "registered nurse"],
    ["Nurse-midwife", "nurse-midwife"],
    ["Licensed midwife", "lay midwife"],
    ["Psychiatrist", "physician"],
    ["Behavior Analyst", "behavior analyst"],
    ["Social Worker Independent Clinical License", "clinical social worker"],
  ])("%s is a %s", (words, profession) => {
    expect(professionsIn(words)).toEqual([profession]);
  });

  test("words of which nothing is checked are no profession, and unknown ones none that is known", () => {
    for (const words of [
      "Naturopathic Physician",
      "Acupuncture Physician",
      "Veterinarian",
      "Nursing Assistant",
    ])
      expect(professionsIn(words), words).toEqual([]);
    for (const words of ["Wizard", "Social Worker", "", undefined])
      expect(professionsIn(words)).toBeUndefined();
    expect(supported(["physician"], ["resident or student"])).toBeUndefined();
  });
});

describe("the licence", () => {
  test.each([
    ["EXPIRED", "2027-01-31", "inactive"],
    ["ACTIVE", "2026-02-28", "inactive"],
    ["ACTIVE", "2026-03-01", "match"],
    ["ACTIVE", "", "review"],
    ["SUSPENDED", "2027-01-31", "inactive"],
    ["REVOKED", "2027-01-31", "inactive"],
    ["RETIRED", "2027-01-31", "inactive"],
    ["ACTIVE ON PROBATION", "2027-01-31", "review"],
    ["NEW WORD", "2027-01-31", "review"],
    ["ACTIVE WITH CONDITIONS", "2026-02-28", "inactive"],
  ])("%s until %j: %s", async (status, expires, result) => {
    expect((await checked({}, licence({ status, expires }))).result("license")).toBe(result);
  });

  test("with a matter of discipline is for a person, also where a suspension is written there alone", async () => {
    expect((await checked({}, licence({ discipline: "Yes" }))).result("license")).toBe("review");
    const texas = {
      "tx-medical": [{ ...LINE, number: "T1234", type: "Physician", discipline: "SUSPENDED" }],
    };
    const { result, find } = await checked({ state: "TX", license: "T1234" }, { licenses: texas });
    expect(result("license")).toBe("review");
    expect(find("license")?.fields).toContainEqual({
      field: "discipline",
      outcome: "different",
      registry: "SUSPENDED",
    });
  });

  test("of somebody else is refused, of nearly the same name is for a person, of another state is not there", async () => {
    expect((await checked({}, licence({ last: "OAK" }))).report.outcome).toBe("refuse");
    expect((await checked({}, licence({ first: "GWENDOLYN" }))).report.outcome).toBe("refuse");
    expect((await checked({}, licence({ last: "VALLE" }))).report.outcome).toBe("review");
    const florida = { licenses: { "wa-health": [LINE], "fl-mqa": [{ ...LINE, number: "ME1" }] } };
    expect((await checked({ state: "FL" }, florida)).result("license")).toBe("not-found");
    expect((await checked({ license: "MD999" })).result("license")).toBe("not-found");
  });

  test("under a former name fits when NPPES knows the name or it was told; a present name must be somewhere", async () => {
    const former = licence({ last: "OAK" });
    const known = { ...former, ...nppes({ "Provider Other Last Name": "OAK" }) };
    expect((await checked({}, known)).report.outcome).toBe("approve");
    expect((await checked({ formerLast: ["Oak"] }, former)).report.outcome).toBe("approve");
    const nowhere = { ...former, ...nppes({ "Provider Last Name (Legal Name)": "OAK" }) };
    const { report } = await checked({ formerLast: ["Oak"] }, nowhere);
    expect(report).toMatchObject({
      outcome: "review",
      reasons: [expect.stringContaining("only a former one")],
    });
  });

  test("of several with one number is the one whose name fits", async () => {
    const number = { state: "FL", license: "123456" };
    const mine = { ...LINE, number: "ME123456", type: "Medical Doctor" };
    const theirs = {
      ...LINE,
      number: "OS123456",
      type: "Osteopathic Physician",
      last: "OAK",
      status: "REVOKED",
    };
    const among = (...lines: LicenseLine[]) => checked(number, { licenses: { "fl-mqa": lines } });
    expect((await among(mine, theirs)).result("license")).toBe("match");
    expect((await among(mine, { ...theirs, first: "ANA", last: "VALE" })).result("license")).toBe("match");
    expect((await among(mine, { ...theirs, last: "VALE" })).result("license")).toBe("review");
    expect((await among(theirs)).result("license")).toBe("mismatch");
  });

  test("in several rows is as grave as the gravest of them", async () => {
    const rows = (...lines: Partial<LicenseLine>[]) =>
      checked({}, { licenses: { "wa-health": lines.map((line) => ({ ...LINE, ...line })) } });
    expect((await rows({}, { status: "REVOKED" })).result("license")).toBe("inactive");
    expect((await rows({}, { discipline: "Yes" })).result("license")).toBe("review");
    expect((await rows({ expires: "2024-01-31" }, {})).result("license")).toBe("review");
    expect((await rows({}, {})).result("license")).toBe("match");
  });

  test("of another profession is none for what was claimed, and says nothing when it is somebody else's", async () => {
    const technician = licence({ type: "Pharmacy Technician License" });
    const { report } = await checked({ profession: "pharmacist" }, technician);
    expect(report).toMatchObject({ outcome: "refuse" });
    const nurse = licence({ type: "Registered Nurse License", last: "OAK" });
    expect((await checked({}, nurse)).result("license")).toBe("not-found");
  });

  test("with the whole name in one column is compared word by word", async () => {
    const { folder, file } = workFolder();
    const head = "name,fullcredentialcode,credential,status,statusreason,expirationdate";
    const rows =
      "ROBIN J DE LA VALE JR,1.045678,Physician/Surgeon,ACTIVE,CURRENT,2027-01-31\nANA OAK,1.045679,Physician/Surgeon,ACTIVE,CURRENT,2027-01-31\n";
    const path = file("ct.csv", `${head}\n${rows}`);
    const asked = { folder, path, profile: "ct-elicense", asOf: "2026-02-10", now: NOW, acceptSmaller: true };
    await importLicense(asked);
    using registries = openRegistries(folder);
    const result = (claim: Partial<Claimed>) =>
      checkClaim(registries, { ...CLAIM, state: "CT", ...claim }, { now: NOW }).checks[3]?.result;
    expect(result({ last: "de la Vale", license: "1.45678" })).toBe("match");
    expect(result({ last: "Vale", license: "1.45678" })).toBe("match");
    expect(result({ last: "Oak", first: "Ana", license: "1.045679" })).toBe("match");
    expect(result({ last: "Oak", first: "Robin", license: "1.045679" })).toBe("mismatch");
    expect(result({ last: "Elm", license: "1.45678" })).toBe("mismatch");
  });

  test("of a namesake is for a person when NPPES tells the two apart", async () => {
    const middle = { ...nppes({ "Provider Middle Name": "QUILL" }), ...licence({ middle: "ETHELRED" }) };
    expect((await checked({}, middle)).report.outcome).toBe("review");
    const initial = { ...nppes({ "Provider Middle Name": "E" }), ...licence({ middle: "ETHELRED" }) };
    expect((await checked({}, initial)).report.outcome).toBe("approve");
    const suffix = { ...nppes({ "Provider Name Suffix Text": "JR" }), ...licence({ last: "VALE SR" }) };
    expect((await checked({}, suffix)).report.outcome).toBe("review");
  });

  test("with another first name, which NPPES has too, may have the legal one", async () => {
    const change = { ...nppes({ "Provider First Name": "GUADALUPE" }), ...licence({ first: "GUADALUPE" }) };
    const { report, result } = await checked({ first: "Lupe" }, change);
    expect(result("license")).toBe("review");
    expect(report.outcome).toBe("review");
    const over = { ...change, ...licence({ first: "GUADALUPE", status: "REVOKED" }) };
    expect((await checked({ first: "Lupe" }, over)).report.outcome).toBe("refuse");
  });
});
