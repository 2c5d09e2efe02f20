import type { Core } from "#core/core.ts";

export const WORRIES_KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Who was meant where they are no member, and what others wrote about somebody, go after a week, taken or not: that
 * somebody was worried is reason to look now, and no file about anybody.
 */
export async function forgetWorries(core: Core): Promise<void> {
  const before = new Date(core.clock.now().getTime() - WORRIES_KEPT_MS);
  await core.tx(async (tx) => {
    await tx.crisisAlert.updateMany({
      where: { raisedAt: { lt: before }, personKey: { not: null } },
      data: { personKey: null, personSealed: null },
    });
    await tx.worry.updateMany({
      where: { createdAt: { lt: before }, whySealed: { not: null } },
      data: { whySealed: null },
    });
  });
}
