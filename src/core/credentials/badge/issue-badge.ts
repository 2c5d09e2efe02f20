import { type Actor, authorise, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Refusals, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { BADGE_SECONDS, signBadge, TOKEN_LIMIT } from "./badge-token.ts";
import { seconds } from "./revocation-list.ts";

export interface IssueBadge {
  readonly actor: Actor;
  readonly credentialId: string;
  /** Leaves the name out: it then says that the account is a nurse's, not whose. */
  readonly roleOnly?: boolean;
}

export interface IssuedBadge {
  readonly badgeId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

const WHY: Readonly<Record<string, Refusals["no_badge"]["why"]>> = {
  expired: "expired",
  revoked: "revoked",
  suspended: "suspended",
};

/** The second person's yes is what makes a credential verified. */
const REVIEWERS = 2;

/**
 * Signs a badge for a verified credential, bound to the account that was registered with it. It holds for 30 days, and
 * never longer than the credential. Refuses not_found, not_allowed, no_badge, and too_long when it does not fit a message.
 */
export function issueBadge(core: Core, { actor, credentialId, roleOnly }: IssueBadge): Promise<IssuedBadge> {
  const badgeId = core.newId();
  return core.tx(async (tx, now) => {
    const credential = await tx.credential.findUnique({
      where: { id: credentialId },
      include: {
        member: { include: { community: true, accounts: { orderBy: { createdAt: "asc" }, take: 1 } } },
      },
    });
    if (credential === null || credential.communityId !== actor.communityId)
      throw refuse("not_found", { what: "credential" });
    const { communityId, memberId, member, status, expiresAt: until } = credential;
    const subject = { communityId, ownerId: memberId };
    if (!can(actor, "badge.issue-own", subject)) authorise(actor, "badge.issue", subject);
    if (status !== "verified") throw refuse("no_badge", { why: WHY[status] ?? "unverified" });
    const iat = seconds(now);
    const exp = Math.min(iat + BADGE_SECONDS, until === null ? Number.POSITIVE_INFINITY : seconds(until));
    if (exp <= iat) throw refuse("no_badge", { why: "expired" });
    const [account] = member.accounts;
    if (account === undefined || member.state !== "active") throw refuse("no_badge", { why: "no-account" });
    const { slug } = member.community;
    const token = signBadge(
      {
        iss: slug,
        jti: badgeId,
        iat,
        exp,
        sub: core.vault.opaqueKey(credentialId),
        act: { platform: account.platform, key: account.externalKey },
        prof: credential.profession,
        juris: credential.jurisdiction,
        ...(roleOnly === true ? {} : { name: member.pseudonym }),
        chk: seconds(credential.checkedAt),
        src: credential.source,
        until: until === null ? null : seconds(until),
        by: REVIEWERS,
      },
      core.vault.badgeKey(slug),
    );
    if (token.length > TOKEN_LIMIT)
      throw refuse("too_long", { field: "badge", limit: TOKEN_LIMIT, length: token.length });
    const expiresAt = new Date(exp * 1000);
    await tx.badge.create({
      data: { id: badgeId, communityId, credentialId, issuedAt: new Date(iat * 1000), expiresAt },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "badge.issued",
      subject: badgeId,
      detail: { credentialId },
    });
    return { badgeId, token, expiresAt };
  });
}
