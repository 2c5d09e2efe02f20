import type { CodeableConcept } from "./resources.ts";

/** The R4 code systems that a VerificationResult speaks in, with each code's own words. */
const CODES = {
  need: { none: "None", initial: "Initial", periodic: "Periodic" },
  "validation-type": { nothing: "Nothing", primary: "Primary Source", multiple: "Multiple Sources" },
  "validation-process": {
    "edit-check": "Edit Check",
    primary: "Primary Source",
    standalone: "Standalone",
  },
  "failure-action": { fatal: "Fatal", warn: "Warning", "rec-only": "Record only", none: "None" },
  "primary-source-type": {
    "lic-board": "License Board",
    "reg-auth": "Registration Authority",
    legal: "Legal source",
    issuer: "Issuing source",
    "auth-source": "Authoritative source",
  },
  "verificationresult-communication-method": {
    manual: "Manual",
    portal: "Portal",
    pull: "Pull",
    push: "Push",
  },
  "validation-status": { successful: "Successful", failed: "Failed", unknown: "Unknown" },
} as const;

type System = keyof typeof CODES;

/** `concept("need", "periodic")`; a code that is not in the value set does not compile. */
export function concept<S extends System>(
  system: S,
  code: keyof (typeof CODES)[S] & string,
): CodeableConcept {
  const known: Readonly<Record<string, string>> = CODES[system];
  const display = known[code] ?? code;
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code, display }] };
}
