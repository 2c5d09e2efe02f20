export type CheckedClaim = "license" | "npi" | "exclusion" | "identity";

export type CheckMethod = "bulk" | "api" | "manual" | "callback" | "email" | "video" | "vouch";

/** One look at one source. */
export interface CredentialCheck {
  /** What was looked at: the licence unless said otherwise. */
  readonly claim?: CheckedClaim;
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
