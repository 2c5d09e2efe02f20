import { day, uuidFor } from "./ids.ts";
import type { CredentialRecord } from "./record.ts";
import type { Practitioner } from "./resources.ts";

const NDH_QUALIFICATION =
  "http://hl7.org/fhir/us/ndh/StructureDefinition/base-ext-practitioner-qualification";

/** NDH: is the qualification valid now? Suspended is no end, so it is inactive and not revoked. */
const QUALIFICATION_STATUS = {
  attested: "pending",
  verified: "active",
  expired: "inactive",
  suspended: "inactive",
  failed: "inactive",
  revoked: "revoked",
} as const satisfies Record<CredentialRecord["status"], string>;

function issuerOf({ checks }: CredentialRecord): string | undefined {
  return checks.find(({ claim = "license" }) => claim === "license")?.source;
}

/** Whose credential it is, with the credential as their qualification. */
export function practitionerOf(record: CredentialRecord): Practitioner {
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
