const DAY_MS = 24 * 3_600_000;

/** Files are asked again every month; what a person looked up is looked up again after 120 days (docs/credentials.md). */
const EVERY_DAYS = { file: 31, person: 120 } as const;

/** When a credential must have been looked at again: at its cadence, or when it ends if that is sooner. */
export function nextDue({
  checkedAt,
  expiresAt,
  byFile,
}: {
  readonly checkedAt: Date;
  readonly expiresAt: Date | null;
  readonly byFile: boolean;
}): Date {
  const due = new Date(checkedAt.getTime() + (byFile ? EVERY_DAYS.file : EVERY_DAYS.person) * DAY_MS);
  return expiresAt !== null && expiresAt < due ? expiresAt : due;
}

/** What was not looked at again for so long after it was due has no standing any more. */
const GRACE_DAYS = 30;

/** When what is due is over, unless somebody looks. */
export const graceEnd = (dueAt: Date): Date => new Date(dueAt.getTime() + GRACE_DAYS * DAY_MS);

/** What was due at this moment is over now. */
export const overdueSince = (now: Date): Date => new Date(now.getTime() - GRACE_DAYS * DAY_MS);

/** A licence is in force to the end of its last day. */
export const lastMoment = (day: string): Date => new Date(`${day}T23:59:59Z`);
