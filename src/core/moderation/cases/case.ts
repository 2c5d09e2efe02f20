/** What a case can be about. "account" and "post" are of people who may not be members here. */
export const SUBJECT_KINDS = [
  "credential",
  "message",
  "post",
  "experience",
  "kept-answer",
  "member",
  "account",
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Kinds that are decided here; a credential has decisions of its own (src/core/credentials/cases). */
export const MODERATED: readonly SubjectKind[] = [
  "message",
  "post",
  "experience",
  "kept-answer",
  "member",
  "account",
];

export interface CaseSubject {
  readonly kind: SubjectKind;
  /** An id; for a post and an account its blind index. */
  readonly id: string;
  /** Whom it is about, where they are a member here. */
  readonly memberId?: string;
  /** Whom it is about on their platform, where they are not. */
  readonly outsider?: Outsider;
}

/** Somebody who is no member here, in their platform's own ids. */
export interface Outsider {
  readonly platform: string;
  readonly spaceId: string;
  readonly accountId: string;
}

/** One open case for one subject: the database lets no second one in. */
export const openKeyOf = ({ kind, id }: Pick<CaseSubject, "kind" | "id">): string => `${kind}:${id}`;

export type Severity = 1 | 2 | 3;

export const SEVERITIES = { 1: "routine", 2: "serious", 3: "urgent" } as const satisfies Record<
  Severity,
  string
>;

export const severityOf = (stored: number): Severity => (stored >= 3 ? 3 : stored === 2 ? 2 : 1);

export const kindOf = (stored: string): SubjectKind =>
  SUBJECT_KINDS.find((known) => known === stored) ?? "account";

/** How long somebody who took a case has it to themselves. */
export const CASE_LEASE_MS = 20 * 60_000;
