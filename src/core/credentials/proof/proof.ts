import { msg } from "#core/language/t.ts";
/** Ways to show that an account belongs to whom the registers speak of. */
export type ProofKind = "call-back" | "mail" | "video" | "vouch";

export const PROOF_KINDS = ["call-back", "mail", "video", "vouch"] as const satisfies readonly ProofKind[];

export const proofKind = (stored: string): ProofKind | undefined =>
  PROOF_KINDS.find((known) => known === stored);

/** What each shows, in the words that anybody reads on the credential. */
export const PROOF_WORDS = {
  "call-back": msg("a call back to a phone number that is listed for their practice"),
  mail: msg("a code sent to a work e-mail address"),
  video: msg("a live meeting with an admin"),
  vouch: msg("two verified colleagues who know them"),
} as const satisfies Record<ProofKind, string>;

export interface DoneProof {
  readonly kind: string;
  readonly state: string;
  readonly byId: string | null;
}

const VOUCHERS = 2;

/** The kinds that stand on their own: one voucher is none. */
export function provedBy(proofs: readonly DoneProof[]): ProofKind[] {
  const done = proofs.filter(({ state }) => state === "done");
  const vouchers = new Set(done.filter(({ kind }) => kind === "vouch").map(({ byId }) => byId));
  return PROOF_KINDS.filter((kind) =>
    kind === "vouch" ? vouchers.size >= VOUCHERS : done.some((proof) => proof.kind === kind),
  );
}

/**
 * 1: the registers alone, which gives no badge, since their numbers are public. 2: one proof of control. 3: two that do not
 * depend on each other (docs/credentials.md).
 */
export const controlLevel = (proofs: readonly DoneProof[]): 1 | 2 | 3 => {
  const kinds = provedBy(proofs).length;
  return kinds === 0 ? 1 : kinds === 1 ? 2 : 3;
};
