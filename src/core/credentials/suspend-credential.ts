import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { giveBackAll } from "#core/questions/give-back-all.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { revokeBadges } from "./badge/revoke-badges.ts";
import { openEvidence, sealEvidence } from "./evidence.ts";
import { standingOf } from "./standing.ts";

const REASON_LIMIT = 500;

function checkedReason(typed: string): string {
  const reason = cleanText(typed).trim();
  if (reason === "") throw refuse("empty", { field: "reason" });
  if (reason.length > REASON_LIMIT)
    throw refuse("too_long", { field: "reason", limit: REASON_LIMIT, length: reason.length });
  return reason;
}

/**
 * Ends a credential's standing at once; one person is enough to stop, never to allow. The reason is kept sealed beside
 * the evidence, a proposal that still waits is withdrawn, its badges are revoked, and what the provider held or had not
 * sent yet waits again.
 */
export async function suspendCredential(
  core: Core,
  { actor, credentialId, reason }: { actor: Actor; credentialId: string; reason: string },
): Promise<void> {
  authorise(actor, "credential.suspend");
  const suspendedFor = checkedReason(reason);
  await core.tx(async (tx, now) => {
    const { count } = await tx.credential.updateMany({
      where: { id: credentialId, communityId: actor.communityId, status: { in: ["attested", "verified"] } },
      data: { status: "suspended", decidedAt: now },
    });
    if (count === 0) throw refuse("not_found", { what: "credential" });
    const credential = await tx.credential.findUniqueOrThrow({ where: { id: credentialId } });
    const evidence = await openEvidence(tx, core, credential);
    const evidenceSealed = await sealEvidence(tx, core, credential, { ...evidence, suspendedFor });
    await tx.credential.update({ where: { id: credentialId }, data: { evidenceSealed } });
    await tx.proposal.updateMany({
      where: { targetId: credentialId, state: "open" },
      data: { state: "withdrawn", decidedAt: now },
    });
    const badges = await revokeBadges(tx, credentialId, now);
    const { memberId } = credential;
    if (!(await standingOf(tx, memberId, now)).ok) await giveBackAll(tx, core, { memberId, now });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "credential.suspended",
      subject: credentialId,
      detail: { badges },
    });
  });
  core.wake();
}
