import { createHash } from "node:crypto";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** What was looked at; sealed with the provider's own key. */
export interface Evidence {
  readonly licence: string;
  readonly npi: string | null;
  readonly sourceUrl: string | null;
  /** Why it was suspended; no part of what was proposed. */
  readonly suspendedFor?: string;
}

/** What the second person agrees to. Its hash is kept in the proposal, so that nothing can change in between. */
export interface CredentialContent extends Omit<Evidence, "suspendedFor"> {
  readonly memberId: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly source: string;
  readonly checkedAt: string;
  readonly expiresAt: string | null;
}

/** SHA-256 over the content's fields in a fixed order. */
export function contentHash(content: CredentialContent): string {
  const { memberId, profession, jurisdiction, licence, npi, source, sourceUrl, checkedAt, expiresAt } =
    content;
  const fields = [memberId, profession, jurisdiction, licence, npi, source, sourceUrl, checkedAt, expiresAt];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

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

export async function openEvidence(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, memberId, evidenceSealed }: Owned & { readonly evidenceSealed: Uint8Array },
): Promise<Evidence> {
  const evidence: Evidence = JSON.parse(await vault.open(tx, { memberId }, placeOf(id), evidenceSealed));
  return evidence;
}
