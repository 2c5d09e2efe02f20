import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { propose } from "#core/proposals/propose.ts";
import { openDetail } from "./detail.ts";

interface About {
  readonly id: string;
  readonly communityId: string;
  readonly subjectMemberId: string | null;
}

/** What a second person agrees to: this decision as it is, and nothing that was changed since. */
export async function confirmationContent(
  tx: Tx,
  core: Core,
  decisionId: string,
): Promise<{ content: string; contentHash: string }> {
  const decision = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } });
  const { action, rule, subjectMemberId, caseId, byId, endsAt, decidedAt, state, points } = decision;
  const { reason, stays, asRead } = await openDetail(tx, core, decision);
  const content = JSON.stringify({
    ...{ decisionId, action, rule, subjectMemberId, caseId, byId, state, points, reason, stays },
    ...(asRead === undefined ? {} : { asRead }),
    endsAt: endsAt?.toISOString() ?? null,
    decidedAt: decidedAt.toISOString(),
  });
  return { content, contentHash: core.vault.blindIndex("proposal|decision", content) };
}

/**
 * A day after a day after a day is for good: what somebody undoes and decides again on the same case does not hold for longer than
 * the first of it, and what lapsed is not theirs to decide again. Refuses second_person.
 */
export async function confirmableUntil(
  tx: Tx,
  { caseId, byId, confirmBy, now }: { caseId: string; byId: string; confirmBy: Date | null; now: Date },
): Promise<Date | null> {
  if (confirmBy === null) return null;
  const first = await tx.decision.findFirst({
    where: { caseId, byId, confirmBy: { not: null }, state: { in: ["lapsed", "undone"] } },
    orderBy: { confirmBy: "asc" },
  });
  if (first === null || first.confirmBy === null) return confirmBy;
  if (first.confirmBy <= now) throw refuse("second_person", { why: "lapsed" });
  return first.confirmBy;
}

/** Puts a decision that one person made for good to a second one. */
export async function proposeConfirmation(
  tx: Tx,
  core: Core,
  {
    decisionId,
    about,
    actor,
    confirmBy,
    now,
  }: { decisionId: string; about: About; actor: Actor; confirmBy: Date; now: Date },
): Promise<string> {
  return propose(tx, core, {
    communityId: about.communityId,
    act: "decision.confirm",
    // Somebody who is no member cannot approve either.
    subjectId: about.subjectMemberId ?? about.id,
    targetId: decisionId,
    ...(await confirmationContent(tx, core, decisionId)),
    proposerId: actor.memberId,
    expiresAt: confirmBy,
    now,
  });
}
