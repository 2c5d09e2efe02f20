import { describe, expect, test } from "vitest";
import type { CredentialCheck, CredentialRecord } from "#core/credentials/fhir/record.ts";
import type { CodeableConcept, Practitioner, VerificationResult } from "#core/credentials/fhir/resources.ts";
import { toFhir } from "#core/credentials/fhir/to-fhir.ts";

const CHECK: CredentialCheck = {
  source: "Washington State Department of Health",
  result: "confirmed",
  method: "bulk",
  checkedAt: new Date("2026-02-11T10:00:00Z"),
  file: "wa.csv",
  asOf: "2026-02-10",
  sha256: "ab".repeat(32),
  nextDueAt: new Date("2026-03-13T10:00:00Z"),
};

const RECORD: CredentialRecord = {
  credentialId: "0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6",
  provider: { pseudonym: "Robin Vale" },
  profession: "Pharmacist",
  jurisdiction: "US-WA",
  license: "PH00012345",
  npi: "1234567893",
  status: "verified",
  expiresAt: new Date("2027-05-01T00:00:00Z"),
  checks: [
    CHECK,
    { claim: "npi", source: "NPPES", result: "confirmed", method: "bulk", checkedAt: CHECK.checkedAt },
    {
      claim: "exclusion",
      source: "OIG LEIE",
      result: "unknown",
      method: "manual",
      checkedAt: CHECK.checkedAt,
    },
    {
      claim: "identity",
      source: "Ana Pharmacist",
      result: "confirmed",
      method: "vouch",
      checkedAt: CHECK.checkedAt,
    },
  ],
  reviewers: ["Ada Admin", "Ben Admin"],
};

/** The value sets of FHIR R4 (4.0.1), as they are published. */
const R4: Readonly<Record<string, readonly string[]>> = {
  need: ["none", "initial", "periodic"],
  "validation-type": ["nothing", "primary", "multiple"],
  "validation-process": ["edit-check", "valueset", "primary", "multi", "standalone", "in-context"],
  "failure-action": ["fatal", "warn", "rec-only", "none"],
  "primary-source-type": [
    "lic-board",
    "prim",
    "cont-ed",
    "post-serv",
    "rel-own",
    "reg-auth",
    "legal",
    "issuer",
    "auth-source",
  ],
  "verificationresult-communication-method": ["manual", "portal", "pull", "push"],
  "validation-status": ["successful", "failed", "unknown"],
};
const STATUSES = ["attested", "validated", "in-process", "req-revalid", "val-fail", "reval-fail"];
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function partsOf(record: CredentialRecord) {
  const [first, ...rest] = toFhir(record).entry.map(({ resource }) => resource);
  return { practitioner: first as Practitioner, results: rest as VerificationResult[] };
}

const codesOf = ({ coding = [] }: CodeableConcept) => coding.map(({ code }) => code);

/** All codings anywhere in it. */
function codingsIn(value: unknown): { system: string; code: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "system" in value && "code" in value ? [value as { system: string; code: string }] : [];
  return [...own, ...Object.values(value).flatMap(codingsIn)];
}

/** No property is empty: FHIR forbids it. */
function emptyIn(value: unknown, path = "$"): string[] {
  if (value === null || value === undefined || value === "") return [path];
  if (typeof value !== "object") return [];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([name, inner]) => emptyIn(inner, `${path}.${name}`));
}

describe("a credential in FHIR R4", () => {
  test("is a collection of one practitioner and one result for each check, which points at it", () => {
    const { entry, ...bundle } = toFhir(RECORD);
    expect(bundle).toEqual({ resourceType: "Bundle", type: "collection" });
    expect(entry.map(({ resource }) => resource.resourceType)).toEqual([
      "Practitioner",
      ...RECORD.checks.map(() => "VerificationResult"),
    ]);
    for (const { fullUrl, resource } of entry) {
      expect(fullUrl).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(fullUrl).toBe(`urn:uuid:${resource.id}`);
    }
    expect(new Set(entry.map(({ fullUrl }) => fullUrl)).size).toBe(entry.length);
    for (const { target } of partsOf(RECORD).results)
      expect(target).toEqual([{ reference: entry[0]?.fullUrl, type: "Practitioner" }]);
    expect(toFhir(RECORD)).toEqual(toFhir(structuredClone(RECORD)));
  });

  test("has what R4 requires, codes of its value sets only, and nothing empty", () => {
    const bundle = toFhir(RECORD);
    expect(emptyIn(bundle)).toEqual([]);
    for (const { system, code } of codingsIn(bundle)) {
      const [, name = ""] = /^http:\/\/terminology\.hl7\.org\/CodeSystem\/(.+)$/.exec(system) ?? [];
      expect(R4[name], system).toContain(code);
    }
    const { practitioner, results } = partsOf(RECORD);
    for (const { code } of practitioner.qualification) expect(code.text).toBe("Pharmacist");
    for (const { status, validator = [], statusDate, lastPerformed, primarySource } of results) {
      expect(STATUSES).toContain(status);
      for (const { organization } of validator) expect(organization.display).toContain("Ben Admin");
      for (const at of [statusDate, lastPerformed, primarySource[0]?.validationDate])
        expect(at).toMatch(DATE_TIME);
    }
  });

  test("says who, what, where and until when of the practitioner", () => {
    expect(partsOf(RECORD).practitioner).toMatchObject({
      identifier: [{ system: "http://hl7.org/fhir/sid/us-npi", value: "1234567893" }],
      name: [{ use: "anonymous", text: "Robin Vale" }],
      qualification: [
        {
          extension: [
            {
              url: "http://hl7.org/fhir/us/ndh/StructureDefinition/base-ext-practitioner-qualification",
              extension: [
                { url: "status", valueCode: "active" },
                { url: "whereValid", valueCodeableConcept: { text: "US-WA" } },
              ],
            },
          ],
          identifier: [{ value: "PH00012345" }],
          period: { end: "2027-05-01" },
          issuer: { display: "Washington State Department of Health" },
        },
      ],
    });
    const named = partsOf({ ...RECORD, provider: { name: "Robin Q. Vale", pseudonym: "Robin Vale" } });
    expect(named.practitioner.name[0]).toEqual({ use: "usual", text: "Robin Q. Vale" });
  });

  test("says of a check what was looked at, how, when, in which file, and when next", () => {
    const [license, npi, exclusion, identity] = partsOf(RECORD).results;
    expect(license).toMatchObject({
      targetLocation: ["Practitioner.qualification[0]"],
      status: "validated",
      frequency: { repeat: { frequency: 1, period: 30, periodUnit: "d" } },
      nextScheduled: "2026-03-13",
      primarySource: [
        {
          extension: [
            {
              url: "urn:curbside:fhir:source-file",
              extension: [
                { url: "file", valueString: "wa.csv" },
                { url: "asOf", valueDate: "2026-02-10" },
                { url: "sha256", valueString: "ab".repeat(32) },
              ],
            },
          ],
          who: { display: "Washington State Department of Health" },
        },
      ],
      attestation: { who: { display: "Ada Admin" }, date: "2026-02-11" },
    });
    expect(license && codesOf(license.need)).toEqual(["periodic"]);
    expect(npi?.frequency).toBeUndefined();
    expect(npi && codesOf(npi.need)).toEqual(["initial"]);
    expect(npi?.primarySource[0]).not.toHaveProperty("extension");
    expect(exclusion?.status).toBe("in-process");
    expect(identity && codesOf(identity.validationType)).toEqual(["nothing"]);
  });

  test.each([
    ["attested", "attested", "val-fail", "pending"],
    ["verified", "validated", "reval-fail", "active"],
    ["expired", "req-revalid", "reval-fail", "inactive"],
    ["suspended", "req-revalid", "reval-fail", "inactive"],
    ["revoked", "req-revalid", "reval-fail", "revoked"],
    ["failed", "val-fail", "val-fail", "inactive"],
  ] as const)(
    "that is %s makes a confirming check %s and a failing one %s",
    (status, confirmed, failed, ndh) => {
      const failing = { ...CHECK, result: "failed" } as const;
      const { practitioner, results } = partsOf({ ...RECORD, status, checks: [CHECK, failing] });
      expect(results.map((result) => result.status)).toEqual([confirmed, failed]);
      expect(
        results.flatMap((one) => one.primarySource.flatMap((by) => codesOf(by.validationStatus))),
      ).toEqual(["successful", "failed"]);
      expect(practitioner.qualification[0]?.extension[0]?.extension?.[0]?.valueCode).toBe(ndh);
    },
  );

  test.each([
    ["bulk", "pull"],
    ["api", "pull"],
    ["manual", "portal"],
    ["callback", "manual"],
    ["email", "manual"],
    ["video", "manual"],
    ["vouch", "manual"],
  ] as const)("that was checked by %s was communicated by %s", (method, communicated) => {
    const [result] = partsOf({ ...RECORD, checks: [{ ...CHECK, method }] }).results;
    expect(result?.primarySource.flatMap((by) => by.communicationMethod.flatMap(codesOf))).toEqual([
      communicated,
    ]);
  });

  test("with the least that there can be is whole too", () => {
    const { license, npi, expiresAt, ...least } = { ...RECORD, checks: [], reviewers: [] };
    expect([license, npi, expiresAt]).not.toContain(undefined);
    const { practitioner, results } = partsOf(least);
    expect(results).toEqual([]);
    expect(emptyIn(practitioner)).toEqual([]);
    expect(practitioner.qualification[0]?.issuer.display).toBe("US-WA");
    const [alone] = partsOf({ ...least, checks: [CHECK] }).results;
    expect(alone).not.toHaveProperty("attestation");
    expect(alone).not.toHaveProperty("validator");
  });

  test("holds no date of birth, whatever the record may hold", () => {
    const birthDate = "1970-01-02";
    const more = {
      ...RECORD,
      birthDate,
      provider: { ...RECORD.provider, birthDate },
      checks: RECORD.checks.map((check) => ({ ...check, dob: birthDate })),
    };
    expect(JSON.stringify(toFhir(more))).not.toMatch(/birth|dob|1970/i);
  });
});
