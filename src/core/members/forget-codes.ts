import type { Core } from "#core/core.ts";

/** So long an admin can still be told that a code ran out. */
export const CODES_KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Codes to link an account go so long after they ran out, used or not, since an account is sealed in each; invitations where
 * nobody used them. Gives how many were forgotten.
 */
export async function forgetCodes(core: Core): Promise<number> {
  const expiresAt = { lt: new Date(core.clock.now().getTime() - CODES_KEPT_MS) };
  const codes = await core.db.linkCode.deleteMany({ where: { expiresAt } });
  const invites = await core.db.invite.deleteMany({ where: { expiresAt, usedAt: null } });
  return codes.count + invites.count;
}
