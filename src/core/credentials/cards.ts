/** To whose credential it is: what happened to it, and what to do next. Never a number. */
export interface CredentialNoticeCard {
  readonly kind: "credential-notice";
  readonly credentialId: string;
  readonly community: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly about:
    | "claimed"
    | "proved"
    | "approved"
    | "rejected"
    | "suspended"
    | "revoked"
    | "expired"
    | "due-soon"
    | "questioned"
    | "under-review"
    | "question-settled"
    | "question-closed"
    | "code-waits"
    | "due";
  /** In the words of whoever decided, or of the check; empty where the act says it all. */
  readonly reason: string;
  readonly expiresAt: Date | null;
  /** Without a look it is over then. */
  readonly overAt: Date | null;
  /** Codes can be sent to work addresses here. */
  readonly mail: boolean;
}

/** To the moderators' channel: a credential needs somebody. */
export interface CredentialAlertCard {
  readonly kind: "credential-alert";
  readonly credentialId: string;
  readonly provider: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly about: "claimed" | "claimed-twice" | "suspended" | "expired" | "questioned" | "replied" | "due";
  readonly reason: string;
}
