import { type Actor, authorise, type Verb } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ProviderRole } from "#core/members/register-provider.ts";
import { giveBackAll } from "#core/questions/give-back-all.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { revokeBadges } from "../badge/revoke-badges.ts";
import type { CredentialNoticeCard } from "../cards.ts";
import {
  type CredentialEvent,
  type CredentialStatus,
  credentialsAllowing,
  nextStatus,
  statusOf,
} from "../credential.ts";
import { openEvidence, sealEvidence } from "../evidence.ts";
import { refuseNeverKept } from "../proof/never-kept.ts";
import { standingOf } from "../standing.ts";
import { alertModerators, tellHolder } from "../tell.ts";
import { credentialHere } from "./credential-here.ts";

const REASON_LIMIT = 500;

/** A reason as the provider will read it. Refuses empty, too_long and never_kept. */
export function checkedReason(typed: string): string {
  const reason = cleanText(typed).trim();
  if (reason === "") throw refuse("empty", { field: "reason" });
  if (reason.length > REASON_LIMIT)
    throw refuse("too_long", { field: "reason", limit: REASON_LIMIT, length: reason.length });
  refuseNeverKept({ reason });
  return reason;
}

type Ending = Extract<CredentialEvent, "reject" | "suspend" | "revoke" | "expire">;

const TOLD = {
  reject: "rejected",
  suspend: "suspended",
  revoke: "revoked",
  expire: "expired",
} as const satisfies Record<Ending, CredentialNoticeCard["about"]>;

/**
 * Without standing nobody keeps what came with it: a lead's powers at once, and with a withdrawn or rejected credential the role
 * itself. They can claim anew.
 */
async function takeRole(
  tx: Tx,
  { memberId, role, event, now }: { memberId: string; role: ProviderRole; event: Ending; now: Date },
): Promise<void> {
  const forGood = event === "revoke" || event === "reject";
  const { count } = await tx.memberRole.deleteMany({
    where: { memberId, role: { in: forGood ? [role, "provider", "lead"] : ["lead"] } },
  });
  if (count === 0) return;
  const instead = { memberId, role: forGood ? "applicant" : "provider" };
  await tx.memberRole.upsert({
    where: { memberId_role: instead },
    create: { ...instead, createdAt: now },
    update: {},
  });
}

/**
 * Ends a credential in the caller's transaction: a proposal that waits is withdrawn, what the provider held or had not sent
 * yet waits again, and they are told why. `by` is who did it or asked the register, null for the timers; where not a person but
 * a register or the calendar decided, the moderators are told. Gives false where it does not stand so any more.
 */
export async function endCredential(
  tx: Tx,
  core: Core,
  {
    credentialId,
    event,
    reason,
    by,
    because,
    now,
  }: {
    readonly credentialId: string;
    readonly event: Ending;
    readonly reason: string;
    readonly by: string | null;
    readonly because: "person" | "register" | "calendar";
    readonly now: Date;
  },
): Promise<boolean> {
  const credential = await tx.credential.findUniqueOrThrow({ where: { id: credentialId } });
  const is: CredentialStatus = statusOf(credential.status);
  const goesTo = nextStatus(is, event);
  if (goesTo === undefined) return false;
  const evidence = { ...(await openEvidence(tx, core, credential)), decidedFor: reason };
  const { count } = await tx.credential.updateMany({
    where: { id: credentialId, status: is },
    data: {
      status: goesTo,
      decidedAt: now,
      evidenceSealed: await sealEvidence(tx, core, credential, evidence),
    },
  });
  if (count === 0) return false;
  // Also the approved one: what it let stand is over, and nobody can take it up again.
  await tx.proposal.updateMany({
    where: { targetId: credentialId, state: { in: ["open", "approved"] } },
    data: { state: "withdrawn", decidedAt: now },
  });
  // A person who ends it may do so because the account is not theirs any more.
  if (because === "person")
    await tx.controlProof.updateMany({
      where: { credentialId, state: { in: ["open", "done"] } },
      data: { state: "over", codeKey: null, vouchKey: null },
    });
  const badges = await revokeBadges(tx, credentialId, now);
  const { communityId, memberId } = credential;
  const standing = await standingOf(tx, memberId, now);
  const givenBack = standing.ok ? 0 : await giveBackAll(tx, core, { memberId, now });
  if (!standing.ok) await takeRole(tx, { memberId, role: evidence.role, event, now });
  await tellHolder(tx, core, credential, TOLD[event], now);
  if (because !== "person")
    await alertModerators(tx, core, credential, event === "expire" ? "expired" : "suspended", now);
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: by ?? "clock",
    verb: `credential.${TOLD[event]}`,
    subject: credentialId,
    detail: { badges, givenBack },
  });
  return true;
}

/** What an admin or lead ends with a reason. Refuses not_found, credential_status, and what checkedReason refuses. */
export async function endByPerson(
  core: Core,
  {
    actor,
    credentialId,
    reason,
    event,
    verb,
  }: {
    readonly actor: Actor;
    readonly credentialId: string;
    readonly reason: string;
    readonly event: Ending;
    readonly verb: Verb;
  },
): Promise<void> {
  authorise(actor, verb);
  const checked = checkedReason(reason);
  await core.tx(async (tx, now) => {
    const { status, communityId, memberId } = await credentialHere(tx, actor, credentialId);
    authorise(actor, verb, { communityId, ownerId: memberId });
    const by = actor.memberId;
    const because = "person";
    const ended = await endCredential(tx, core, { credentialId, event, reason: checked, by, because, now });
    if (!ended) {
      const possible = credentialsAllowing(event).join(" or ");
      throw refuse("credential_status", { is: status, wanted: event, possible });
    }
  });
  core.wake();
}
