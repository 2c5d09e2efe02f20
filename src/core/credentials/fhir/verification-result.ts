import { concept } from "./codes.ts";
import { day, uuidFor } from "./ids.ts";
import type { CheckedClaim, CheckMethod, CredentialCheck, CredentialRecord } from "./record.ts";
import type { Extension, VerificationResult } from "./resources.ts";

const SOURCE_FILE = "urn:curbside:fhir:source-file";
const DAY_MS = 24 * 3_600_000;

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
} as const satisfies Record<CheckedClaim, string>;

const LOCATION = {
  license: "Practitioner.qualification[0]",
  npi: "Practitioner.identifier.where(system='http://hl7.org/fhir/sid/us-npi')",
  exclusion: "Practitioner",
  identity: "Practitioner.name",
} as const satisfies Record<CheckedClaim, string>;

const VALIDATION_STATUS = { confirmed: "successful", failed: "failed", unknown: "unknown" } as const;

function statusOf({ result }: CredentialCheck, { status }: CredentialRecord): VerificationResult["status"] {
  if (result === "confirmed") return CONFIRMED_STATUS[status];
  if (result === "unknown") return "in-process";
  return status === "attested" || status === "failed" ? "val-fail" : "reval-fail";
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

/** One look at one source; `index` names it among the others. */
export function verificationOf(
  record: CredentialRecord,
  check: CredentialCheck,
  index: number,
): VerificationResult {
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
