import { practitionerOf } from "./practitioner.ts";
import type { CredentialRecord } from "./record.ts";
import type { Bundle } from "./resources.ts";
import { verificationOf } from "./verification-result.ts";

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
