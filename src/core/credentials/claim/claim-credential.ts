import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { registerAccount } from "#core/members/register-account.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { UNDECIDED } from "../credential.ts";
import { refuseNeverKept } from "../proof/never-kept.ts";
import { alertModerators, tellHolder } from "../tell.ts";
import { type ClaimTyped, claimFields } from "./claim-fields.ts";
import { alsoClaimedBy, writeClaim } from "./write-claim.ts";

/** A member, or an account that nobody knows yet, with the name that the team is to see. */
export type Claimant =
  | { readonly actor: Actor }
  | {
      readonly communityId: string;
      readonly spaceId: string;
      readonly platform: string;
      readonly externalId: string;
      readonly pseudonym: string;
    };

const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 3;

async function memberOf(tx: Tx, core: Core, claimant: Claimant, now: Date): Promise<string> {
  if ("actor" in claimant) return claimant.actor.memberId;
  const { communityId, platform, externalId } = claimant;
  const externalKey = accountKey(core, communityId, platform, externalId);
  return (await registerAccount(tx, core, { ...claimant, externalKey, role: "applicant", now })).memberId;
}

async function refuseWhoClaimed(tx: Tx, memberId: string, now: Date): Promise<void> {
  const open = await tx.credential.count({ where: { memberId, status: { in: [...UNDECIDED] } } });
  if (open > 0) throw refuse("claim_waits", {});
  const since = new Date(now.getTime() - DAY_MS);
  const recent = await tx.credential.findMany({
    where: { memberId, createdAt: { gt: since } },
    orderBy: { createdAt: "asc" },
  });
  refuseTooMany(recent, { most: MOST_A_DAY, withinMs: DAY_MS });
}

/**
 * A provider says who they are. It gives nothing but a place in the queue of those who check: no standing, and for somebody new
 * a role that may do nothing else until two people agreed. What is never kept (a social security number, a date of birth, a DEA
 * number) refuses all of it before anything is written. Refuses never_kept, claim_waits, too_many, name_taken, already_linked and what claimFields refuses.
 */
export async function claimCredential(
  core: Core,
  { claimant, typed }: { claimant: Claimant; typed: ClaimTyped },
): Promise<{ credentialId: string; memberId: string }> {
  if ("actor" in claimant) authorise(claimant.actor, "credential.claim");
  refuseNeverKept({ ...typed });
  const { names, profession, jurisdiction, licence, npi, display } = claimFields(typed);
  const communityId = "actor" in claimant ? claimant.actor.communityId : claimant.communityId;
  const made = await core.tx(async (tx, now) => {
    const memberId = await memberOf(tx, core, claimant, now);
    await refuseWhoClaimed(tx, memberId, now);
    const evidence = { licence, npi, names, sourceUrl: null, cleared: [], note: null, decidedFor: null };
    const claim = { communityId, memberId, profession, jurisdiction, display, now };
    const credentialId = await writeClaim(tx, core, {
      ...claim,
      evidence: { ...evidence, role: "provider" },
    });
    const credential = await tx.credential.findUniqueOrThrow({ where: { id: credentialId } });
    const twice = (await alsoClaimedBy(tx, credential)).length > 0;
    await alertModerators(tx, core, credential, twice ? "claimed-twice" : "claimed", now);
    await tellHolder(tx, core, credential, "claimed", now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "credential.claimed",
      subject: credentialId,
      detail: { twice },
    });
    return { credentialId, memberId };
  });
  core.wake();
  return made;
}
