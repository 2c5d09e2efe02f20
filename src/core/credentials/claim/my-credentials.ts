import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { ASKS_FOR_PROOF, type CredentialStatus, statusOf, UNDECIDED } from "../credential.ts";
import { openEvidence } from "../evidence.ts";
import { controlLevel } from "../proof/proof.ts";

/** A credential as whose it is sees it. */
export interface OwnCredential {
  readonly credentialId: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly status: CredentialStatus;
  readonly level: 1 | 2 | 3;
  readonly underReview: boolean;
  readonly expiresAt: Date | null;
  /** A code was sent or is read out to them now. */
  readonly codeAwaited: boolean;
  /** It has to be shown to be theirs before anybody can say yes. */
  readonly asksForProof: boolean;
  readonly undecided: boolean;
}

const MOST = 5;

/** One's own credentials and claims, the newest first. */
export async function myCredentials(core: Core, { actor }: { actor: Actor }): Promise<OwnCredential[]> {
  const now = core.clock.now();
  const own = await core.db.credential.findMany({
    where: { memberId: actor.memberId },
    include: { proofs: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return own.map(({ id, profession, jurisdiction, status, proofs, underReviewAt, expiresAt }) => ({
    credentialId: id,
    profession,
    jurisdiction,
    status: statusOf(status),
    level: controlLevel(proofs),
    underReview: underReviewAt !== null,
    expiresAt,
    asksForProof: ASKS_FOR_PROOF.some((known) => known === status),
    undecided: UNDECIDED.some((known) => known === status),
    codeAwaited: proofs.some((proof) => proof.state === "open" && proof.expiresAt > now),
  }));
}

/** A claim that colleagues may vouch for. */
export interface ClaimToVouch {
  readonly credentialId: string;
  readonly provider: string;
  /** As on the licence: whoever vouches must know whose it is. The form of a claim says that colleagues see it. */
  readonly name: string;
  readonly profession: string;
  readonly jurisdiction: string;
}

/** Claims of others that nothing shows to be theirs yet, for a verified colleague who may know them. */
export async function claimsToVouch(core: Core, { actor }: { actor: Actor }): Promise<ClaimToVouch[]> {
  const { communityId, memberId } = actor;
  const open = await core.db.credential.findMany({
    where: {
      communityId,
      status: { in: [...ASKS_FOR_PROOF] },
      memberId: { not: memberId },
      // Who is a patient here too has a name that no provider may learn the owner of.
      member: { roles: { none: { role: { in: ["patient", "caregiver", "mentor"] } } } },
      proofs: { none: { kind: "vouch", byId: memberId, state: "done" } },
    },
    include: { member: true, proofs: true },
    orderBy: { createdAt: "asc" },
    take: MOST,
  });
  const unproved = open.filter(({ proofs }) => controlLevel(proofs) < 2);
  return core.tx(async (tx) => {
    const claims: ClaimToVouch[] = [];
    for (const credential of unproved) {
      const { id, member, profession, jurisdiction } = credential;
      const { names } = await openEvidence(tx, core, credential);
      if (names === null) continue;
      const name = [names.first, names.middle, names.last].filter((part) => part !== null).join(" ");
      claims.push({ credentialId: id, provider: member.pseudonym, name, profession, jurisdiction });
    }
    return claims;
  });
}
