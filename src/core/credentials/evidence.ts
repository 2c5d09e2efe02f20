import { createHash } from "node:crypto";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ProviderRole } from "#core/members/register-provider.ts";

/** The names that the registers are asked for. */
export interface ClaimedNames {
  readonly first: string;
  readonly middle: string | null;
  readonly last: string;
  readonly former: readonly string[];
}

/** What is known of a credential and nobody but those who decide may read; sealed with the provider's own key. */
export interface Evidence {
  readonly licence: string;
  readonly npi: string | null;
  readonly sourceUrl: string | null;
  /** Null in what an admin wrote down before a name was asked for: no register could be asked. */
  readonly names: ClaimedNames | null;
  /** Rows of an exclusion list that are somebody else, as the first person found; the second agrees to them too. */
  readonly cleared: readonly string[];
  /** What the first person saw, where the registers alone do not say yes. */
  readonly note: string | null;
  /** What the provider is to be here, once it is approved. */
  readonly role: ProviderRole;
  /** Why it was suspended, rejected or revoked; no part of what is proposed. */
  readonly decidedFor: string | null;
}

interface Row {
  readonly id: string;
  readonly memberId: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly display: string;
  readonly source: string;
  readonly checkedAt: Date;
  readonly expiresAt: Date | null;
}

/** What the second person agrees to: the credential, the checks and the proofs that were there when it was proposed. */
export interface ProposedContent {
  readonly credential: string;
  readonly checks: readonly string[];
  readonly proofs: readonly string[];
  /** What was open then, in words; anything more by the time of the second person stops it. */
  readonly doubts: readonly string[];
}

/** The content's fields in a fixed order, as text. */
export function credentialContent(row: Row, evidence: Evidence): string {
  const { memberId, profession, jurisdiction, display, source, checkedAt, expiresAt } = row;
  const { licence, npi, sourceUrl, names, cleared, note, role } = evidence;
  const named = names === null ? null : [names.first, names.middle, names.last, ...names.former];
  return JSON.stringify([
    ...[memberId, profession, jurisdiction, display, source, checkedAt.toISOString()],
    ...[expiresAt?.toISOString() ?? null, licence, npi, sourceUrl, named, cleared, note, role],
  ]);
}

/** SHA-256 of what is proposed, kept in the proposal, so that nothing can change in between. */
export const contentHash = ({ credential, checks, proofs, doubts }: ProposedContent): string =>
  createHash("sha256")
    .update(JSON.stringify([credential, checks, proofs, doubts]))
    .digest("hex");

interface Owned {
  readonly id: string;
  readonly memberId: string;
}

const placeOf = (id: string) => ({ table: "Credential", column: "evidenceSealed", row: id });

export function sealEvidence(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, memberId }: Owned,
  evidence: Evidence,
) {
  return vault.seal(tx, { memberId }, placeOf(id), JSON.stringify(evidence));
}

/** What was written before claims were made has fewer fields. */
type Stored = Pick<Evidence, "licence" | "npi" | "sourceUrl"> &
  Partial<Evidence> & { readonly suspendedFor?: string };

/** What is left of it once its provider was erased. */
const ERASED: Evidence = {
  licence: "",
  npi: null,
  sourceUrl: null,
  names: null,
  cleared: [],
  note: null,
  role: "provider",
  decidedFor: null,
};

export async function openEvidence(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, memberId, evidenceSealed }: Owned & { readonly evidenceSealed: Uint8Array },
): Promise<Evidence> {
  if (evidenceSealed.length === 0) return { ...ERASED };
  const stored: Stored = JSON.parse(await vault.open(tx, { memberId }, placeOf(id), evidenceSealed));
  const { suspendedFor, ...evidence } = stored;
  return {
    names: null,
    cleared: [],
    note: null,
    role: "provider",
    ...evidence,
    decidedFor: evidence.decidedFor ?? suspendedFor ?? null,
  };
}
