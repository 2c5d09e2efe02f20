import type { ShownCheck, ShownCredential, ShownProof } from "../decision/show-credential.ts";
import { proofKind } from "../proof/proof.ts";
import type { CheckedClaim, CheckMethod, CredentialCheck, CredentialRecord } from "./record.ts";

/** What each source looks at. The form of a number, what NPPES has of a specialty and the sum of all are no look at a source. */
const CLAIMS: Readonly<Record<string, CheckedClaim>> = {
  license: "license",
  register: "license",
  nppes: "npi",
  "nppes-live": "npi",
  exclusions: "exclusion",
};

const NAMES: Readonly<Record<string, string>> = {
  nppes: "NPPES",
  "nppes-live": "NPPES",
  exclusions: "OIG list of exclusions (LEIE)",
};

/** Missing is unknown and never fine; but on a list of exclusions it is what confirms. */
function resultOf({ source, result }: ShownCheck): CredentialCheck["result"] {
  if (source === "exclusions")
    return result === "not-found" ? "confirmed" : result === "hit" ? "failed" : "unknown";
  if (result === "match") return "confirmed";
  return result === "mismatch" || result === "inactive" ? "failed" : "unknown";
}

const methodOf = (method: string): CheckMethod => (method === "manual" || method === "api" ? method : "bulk");

function checkOf(shown: ShownCredential, check: ShownCheck): CredentialCheck[] {
  const { source, file, asOf, sha256, checkedAt, method } = check;
  const claim = CLAIMS[source];
  if (claim === undefined) return [];
  const name = source === "register" ? (file ?? shown.source) : (NAMES[source] ?? shown.source);
  return [
    {
      claim,
      source: name === "" ? "State licence file" : name,
      result: resultOf(check),
      method: methodOf(method),
      checkedAt,
      ...(file === null ? {} : { file }),
      ...(asOf === null ? {} : { asOf }),
      ...(sha256 === null ? {} : { sha256 }),
      ...(shown.nextDueAt === null || claim === "npi" ? {} : { nextDueAt: shown.nextDueAt }),
    },
  ];
}

const PROOF_METHODS = { "call-back": "callback", mail: "email", video: "video", vouch: "vouch" } as const;

function proofOf({ kind, at, by }: ShownProof, credential: ShownCredential): CredentialCheck[] {
  const known = proofKind(kind);
  if (known === undefined || !credential.proved.includes(known)) return [];
  const source = known === "vouch" ? (by ?? "a colleague") : "Curbside";
  return [{ claim: "identity", source, result: "confirmed", method: PROOF_METHODS[known], checkedAt: at }];
}

const isSomebody = (name: string | null): name is string => name !== null;

/** What an export says of a credential as it is shown: the name only where its holder is named to all. */
export function recordOf(shown: ShownCredential): CredentialRecord {
  const { credentialId, provider, names, display, status, npi, licence, expiresAt, checks, proofs } = shown;
  const name = names === null || display !== "named" ? {} : { name: `${names.first} ${names.last}` };
  const second = shown.proposal === "approved" ? shown.approvedBy : null;
  return {
    credentialId,
    provider: { pseudonym: provider, ...name },
    profession: shown.profession,
    jurisdiction: shown.jurisdiction,
    license: licence,
    ...(npi === null ? {} : { npi }),
    status: status === "claimed" ? "attested" : status,
    ...(expiresAt === null ? {} : { expiresAt }),
    checks: [
      ...checks.flatMap((check) => checkOf(shown, check)),
      ...proofs.flatMap((proof) => proofOf(proof, shown)),
    ],
    reviewers: [shown.proposedBy, second].filter(isSomebody),
  };
}
