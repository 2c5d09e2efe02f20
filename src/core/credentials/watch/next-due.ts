const DAY_MS = 24 * 3_600_000;

/** Files are asked again every month; what a person looked up is looked up again after 120 days (CREDENTIALS: cadence). */
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
