/** The whole life of a credential. A forgotten status or event does not compile. */
export type CredentialStatus =
  | "claimed"
  | "attested"
  | "verified"
  | "expired"
  | "revoked"
  | "failed"
  | "suspended";

export type CredentialEvent = "propose" | "approve" | "lapse" | "reject" | "expire" | "suspend" | "revoke";

/**
 * One person may stop a credential from wherever it stands, never let it begin: `approve` is the second person's, and the
 * database refuses it without an approved proposal. What was suspended or ran out may be proposed anew, with new checks.
 */
const TRANSITIONS = {
  claimed: { propose: "attested", reject: "failed" },
  attested: {
    propose: "attested",
    approve: "verified",
    lapse: "claimed",
    reject: "failed",
    suspend: "suspended",
  },
  verified: { expire: "expired", suspend: "suspended", revoke: "revoked" },
  suspended: { propose: "attested", revoke: "revoked" },
  expired: { propose: "attested", revoke: "revoked" },
  revoked: {},
  failed: {},
} as const satisfies Record<CredentialStatus, Partial<Record<CredentialEvent, CredentialStatus>>>;

const TABLE: Record<CredentialStatus, Partial<Record<CredentialEvent, CredentialStatus>>> = TRANSITIONS;

export const CREDENTIAL_STATUSES = Object.keys(TRANSITIONS) as readonly CredentialStatus[];

/** The status after `event`, or undefined where the table has no such step. */
export const nextStatus = (status: CredentialStatus, event: CredentialEvent): CredentialStatus | undefined =>
  TABLE[status][event];

/** The statuses in which `event` is a step; for the `where` of a conditional update. */
export const credentialsAllowing = (event: CredentialEvent): CredentialStatus[] =>
  CREDENTIAL_STATUSES.filter((status) => nextStatus(status, event) !== undefined);

/** A status as it was stored; "failed", which gives nothing, for a word of another version. */
export const statusOf = (stored: string): CredentialStatus =>
  CREDENTIAL_STATUSES.find((known) => known === stored) ?? "failed";

/** Somebody holds it, or waits for it: the same number cannot be another's. */
export const CONTENDING: readonly CredentialStatus[] = [
  "claimed",
  "attested",
  "verified",
  "suspended",
  "expired",
];

/** Nobody has decided yet. */
export const UNDECIDED: readonly CredentialStatus[] = ["claimed", "attested"];

/** Whose it is has to show that it is theirs before anybody can say yes. */
export const ASKS_FOR_PROOF: readonly CredentialStatus[] = ["claimed", "suspended", "expired"];

/** A proof may begin: also a second one of what stands. */
export const PROVABLE: readonly CredentialStatus[] = [...ASKS_FOR_PROOF, "verified"];
