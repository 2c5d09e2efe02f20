import { createHash } from "node:crypto";
import { concept } from "./codes.ts";
import type { Bundle, Extension, Practitioner, VerificationResult } from "./resources.ts";

export type CheckMethod = "bulk" | "api" | "manual" | "callback" | "email" | "video" | "vouch";

/** One look at one source. */
export interface CredentialCheck {
  /** What was looked at: the licence unless said otherwise. */
  readonly claim?: "license" | "npi" | "exclusion" | "identity";
  /** The register's name. */
  readonly source: string;
  readonly result: "confirmed" | "failed" | "unknown";
  readonly method: CheckMethod;
  readonly checkedAt: Date;
  /** Of a registry on this machine: its public file, the day that it speaks of, and its hash. */
  readonly file?: string;
  /** YYYY-MM-DD. */
  readonly asOf?: string;
  readonly sha256?: string;
  readonly nextDueAt?: Date;
}

/** What an export says of a credential. There is no date of birth in it, because Curbside keeps none. */
export interface CredentialRecord {
  readonly credentialId: string;
  /** `name` only where the provider is to be named. */
  readonly provider: { readonly name?: string; readonly pseudonym: string };
  readonly profession: string;
  readonly jurisdiction: string;
  readonly license?: string;
  readonly npi?: string;
  readonly status: "attested" | "verified" | "expired" | "revoked" | "failed" | "suspended";
  readonly expiresAt?: Date;
  readonly checks: readonly CredentialCheck[];
  /** The names of those who looked at the evidence; the first attested it. */
  readonly reviewers: readonly string[];
}

type Claim = NonNullable<CredentialCheck["claim"]>;

const NDH_QUALIFICATION =
  "http://hl7.org/fhir/us/ndh/StructureDefinition/base-ext-practitioner-qualification";
const SOURCE_FILE = "urn:curbside:fhir:source-file";
const DAY_MS = 24 * 3_600_000;

/** NDH: is the qualification valid now? Suspended is no end, so it is inactive and not revoked. */
const QUALIFICATION_STATUS = {
  attested: "pending",
  verified: "active",
  expired: "inactive",
  suspended: "inactive",
  failed: "inactive",
  revoked: "revoked",
} as const satisfies Record<CredentialRecord["status"], string>;

/** What a confirming look is worth once the credential stands so: one that ended must be looked at anew. */
const CONFIRMED_STATUS = {
  attested: "attested",
  verified: "validated",
  expired: "req-revalid",
  suspended: "req-revalid",
  revoked: "req-revalid",
  failed: "val-fail",
} as const satisfies Record<CredentialRecord["status"], VerificationResult["status"]>;

const COMMUNICATION = {
  bulk: "pull",
  api: "pull",
  manual: "portal",
  callback: "manual",
  email: "manual",
  video: "manual",
  vouch: "manual",
} as const satisfies Record<CheckMethod, string>;

const SOURCE_TYPE = {
  license: "lic-board",
  npi: "issuer",
  exclusion: "legal",
  identity: "auth-source",
} as const satisfies Record<Claim, string>;

const LOCATION = {
  license: "Practitioner.qualification[0]",
  npi: "Practitioner.identifier.where(system='http://hl7.org/fhir/sid/us-npi')",
  exclusion: "Practitioner",
  identity: "Practitioner.name",
} as const satisfies Record<Claim, string>;

const VALIDATION_STATUS = { confirmed: "successful", failed: "failed", unknown: "unknown" } as const;

/** The same record gives the same ids, so that two exports can be compared: a UUID of version 8 (RFC 9562). */
function uuidFor(credentialId: string, part: string): string {
  const bytes = createHash("sha256")
    .update(JSON.stringify(["curbside fhir v1", credentialId, part]))
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const day = (at: Date) => at.toISOString().slice(0, 10);

function statusOf({ result }: CredentialCheck, { status }: CredentialRecord): VerificationResult["status"] {
  if (result === "confirmed") return CONFIRMED_STATUS[status];
  if (result === "unknown") return "in-process";
  return status === "attested" || status === "failed" ? "val-fail" : "reval-fail";
}

function issuerOf({ checks }: CredentialRecord): string | undefined {
  return checks.find(({ claim = "license" }) => claim === "license")?.source;
}

function practitionerOf(record: CredentialRecord): Practitioner {
  const { provider, profession, jurisdiction, license, npi, status, expiresAt, credentialId } = record;
  const { name, pseudonym } = provider;
  return {
    resourceType: "Practitioner",
    id: uuidFor(credentialId, "practitioner"),
    ...(npi === undefined ? {} : { identifier: [{ system: "http://hl7.org/fhir/sid/us-npi", value: npi }] }),
    name: [
      ...(name === undefined ? [] : [{ use: "usual", text: name } as const]),
      { use: "anonymous", text: pseudonym },
    ],
    qualification: [
      {
        extension: [
          {
            url: NDH_QUALIFICATION,
            extension: [
              { url: "status", valueCode: QUALIFICATION_STATUS[status] },
              { url: "whereValid", valueCodeableConcept: { text: jurisdiction } },
            ],
          },
        ],
        ...(license === undefined
          ? {}
          : { identifier: [{ type: { text: "Licence number" }, value: license }] }),
        code: { text: profession },
        ...(expiresAt === undefined ? {} : { period: { end: day(expiresAt) } }),
        issuer: { type: "Organization", display: issuerOf(record) ?? jurisdiction },
      },
    ],
  };
}

function sourceFile({ file, asOf, sha256 }: CredentialCheck): { extension?: readonly Extension[] } {
  const parts: Extension[] = [
    ...(file === undefined ? [] : [{ url: "file", valueString: file }]),
    ...(asOf === undefined ? [] : [{ url: "asOf", valueDate: asOf }]),
    ...(sha256 === undefined ? [] : [{ url: "sha256", valueString: sha256 }]),
  ];
  return parts.length === 0 ? {} : { extension: [{ url: SOURCE_FILE, extension: parts }] };
}

function whenNext({ checkedAt, nextDueAt }: CredentialCheck) {
  if (nextDueAt === undefined) return { need: concept("need", "initial") };
  const period = Math.max(1, Math.round((nextDueAt.getTime() - checkedAt.getTime()) / DAY_MS));
  return {
    need: concept("need", "periodic"),
    frequency: { repeat: { frequency: 1, period, periodUnit: "d" } },
    nextScheduled: day(nextDueAt),
  } as const;
}

function reviewOf({ reviewers }: CredentialRecord, { method, checkedAt }: CredentialCheck) {
  const [attester] = reviewers;
  if (attester === undefined) return {};
  const communicationMethod = concept("verificationresult-communication-method", COMMUNICATION[method]);
  return {
    attestation: { who: { display: attester }, communicationMethod, date: day(checkedAt) },
    validator: [
      { organization: { type: "Organization", display: `Reviewed by ${reviewers.join(" and ")}` } },
    ],
  };
}

/** Colleagues who vouch are no primary source. */
function validationOf(method: CheckMethod) {
  if (method === "vouch")
    return {
      validationType: concept("validation-type", "nothing"),
      validationProcess: [concept("validation-process", "standalone")],
    };
  return {
    validationType: concept("validation-type", "primary"),
    validationProcess: [concept("validation-process", "primary")],
  };
}

function verificationOf(record: CredentialRecord, check: CredentialCheck, index: number): VerificationResult {
  const { claim = "license", source, method, checkedAt, result } = check;
  const at = checkedAt.toISOString();
  const { credentialId } = record;
  return {
    resourceType: "VerificationResult",
    id: uuidFor(credentialId, `check ${index}`),
    target: [{ reference: `urn:uuid:${uuidFor(credentialId, "practitioner")}`, type: "Practitioner" }],
    targetLocation: [LOCATION[claim]],
    status: statusOf(check, record),
    statusDate: at,
    ...validationOf(method),
    ...whenNext(check),
    lastPerformed: at,
    failureAction: concept("failure-action", "fatal"),
    primarySource: [
      {
        ...sourceFile(check),
        who: { type: method === "vouch" ? "Practitioner" : "Organization", display: source },
        type: [concept("primary-source-type", SOURCE_TYPE[claim])],
        communicationMethod: [concept("verificationresult-communication-method", COMMUNICATION[method])],
        validationStatus: concept("validation-status", VALIDATION_STATUS[result]),
        validationDate: at,
      },
    ],
    ...reviewOf(record, check),
  };
}

/**
 * A credential and its checks as a FHIR R4 collection: one Practitioner, and one VerificationResult for each check. Only
 * what is named here goes out, whatever else the record that was given may hold.
 */
export function toFhir(record: CredentialRecord): Bundle {
  const resources = [
    practitionerOf(record),
    ...record.checks.map((check, index) => verificationOf(record, check, index)),
  ];
  return {
    resourceType: "Bundle",
    type: "collection",
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  };
}
