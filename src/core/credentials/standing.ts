import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Refusals, refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CredentialLine } from "#core/questions/cards.ts";

export interface StandingCredential {
  readonly id: string;
  readonly line: CredentialLine;
}

export type Standing =
  | { readonly ok: true; readonly credential: StandingCredential }
  | { readonly ok: false; readonly why: Refusals["no_standing"]["why"] };

const WHY: Readonly<Record<string, Refusals["no_standing"]["why"]>> = {
  attested: "unverified",
  failed: "unverified",
  expired: "expired",
  revoked: "revoked",
  suspended: "suspended",
};

/** May this member answer now? Derived from their credentials each time it is asked; nothing remembers it. */
export async function standingOf(tx: Tx | Core["db"], memberId: string, now: Date): Promise<Standing> {
  const credentials = await tx.credential.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  for (const { id, status, expiresAt, profession, jurisdiction, checkedAt, source } of credentials)
    if (status === "verified" && (expiresAt === null || expiresAt > now))
      return { ok: true, credential: { id, line: { profession, jurisdiction, checkedAt, source } } };
  const [newest] = credentials;
  if (newest === undefined) return { ok: false, why: "none" };
  return { ok: false, why: WHY[newest.status] ?? "expired" };
}

/** The credential that gives standing, read in the transaction that uses it. Refuses no_standing. */
export async function requireStanding(tx: Tx, actor: Actor, now: Date): Promise<StandingCredential> {
  const standing = await standingOf(tx, actor.memberId, now);
  if (!standing.ok) throw refuse("no_standing", { why: standing.why });
  return standing.credential;
}
