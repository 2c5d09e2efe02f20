import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type CredentialStatus, statusOf } from "../credential.ts";

export interface DueCredential {
  readonly credentialId: string;
  readonly provider: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly status: CredentialStatus;
  readonly dueAt: Date;
  /** "expires": the licence ends then. "check": it must be looked at again by then. */
  readonly why: "expires" | "check";
}

const DAY_MS = 24 * 3_600_000;

/** What ends or must be looked at again within so many days, the soonest first; what is past due is in it. */
export async function dueCredentials(
  core: Core,
  { actor, withinDays }: { actor: Actor; withinDays: number },
): Promise<DueCredential[]> {
  authorise(actor, "credential.read");
  const until = new Date(core.clock.now().getTime() + withinDays * DAY_MS);
  const due = await core.db.credential.findMany({
    where: {
      communityId: actor.communityId,
      status: "verified",
      OR: [{ nextDueAt: { lte: until } }, { expiresAt: { lte: until } }],
    },
    include: { member: true },
  });
  return due
    .map(({ id, member, profession, jurisdiction, status, nextDueAt, expiresAt }) => {
      const expires = expiresAt !== null && (nextDueAt === null || expiresAt <= nextDueAt);
      return {
        credentialId: id,
        provider: member.pseudonym,
        profession,
        jurisdiction,
        status: statusOf(status),
        dueAt: (expires ? expiresAt : nextDueAt) ?? until,
        why: expires ? ("expires" as const) : ("check" as const),
      };
    })
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}
