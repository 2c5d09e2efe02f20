import { refuse } from "./errors.ts";

/** Refuses too_many where `recent`, oldest first, are as many as may be in the time; says when the oldest is out of it. */
export function refuseTooMany(
  recent: readonly { readonly createdAt: Date }[],
  { most, withinMs }: { readonly most: number; readonly withinMs: number },
): void {
  const [oldest] = recent;
  if (oldest === undefined || recent.length < most) return;
  throw refuse("too_many", { retryAt: new Date(oldest.createdAt.getTime() + withinMs) });
}
