import { DomainError, type Help } from "./errors.ts";

/**
 * Refuses too_many where `recent`, oldest first, are as many as may be in the time; says when the oldest is out of it. `help`
 * is shown before the refusal.
 */
export function refuseTooMany(
  recent: readonly { readonly createdAt: Date }[],
  { most, withinMs, help }: { readonly most: number; readonly withinMs: number; readonly help?: Help },
): void {
  const [oldest] = recent;
  if (oldest === undefined || recent.length < most) return;
  throw new DomainError("too_many", { retryAt: new Date(oldest.createdAt.getTime() + withinMs) }, help);
}
