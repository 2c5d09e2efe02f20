import { type Actor, authorise, type Verb } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { MODERATED } from "./case.ts";
import { casesFor } from "./cases-for.ts";

/**
 * A case of the actor's community, by its number or its id; never one about themselves, and one about what was said in private
 * only for leads and admins. One that is about a credential is decided where credentials are. Refuses not_found, not_allowed.
 */
export async function caseHere(
  db: Tx | Core["db"],
  { actor, named, verb }: { readonly actor: Actor; readonly named: string; readonly verb: Verb },
) {
  const { communityId } = actor;
  authorise(actor, verb);
  const number = /^\d{1,9}$/.test(named) ? Number(named) : undefined;
  const found = await db.case.findFirst({
    where: {
      communityId,
      subjectKind: { in: [...MODERATED] },
      ...casesFor(actor),
      ...(number === undefined ? { id: named } : { number }),
    },
  });
  // Whom it is about does not even learn that it is there.
  if (found === null || found.subjectMemberId === actor.memberId) throw refuse("not_found", { what: "case" });
  return found;
}

/** Nobody decides on what they reported themselves, also where they have two accounts: reports are by member. */
export async function requireNotReporter(
  tx: Tx,
  { caseId, memberId }: { caseId: string; memberId: string },
): Promise<void> {
  const own = await tx.report.count({ where: { caseId, reporterId: memberId } });
  if (own > 0) throw refuse("second_person", { why: "asker" });
}

/** Whoever moderates could else lock out those who name the moderators. Refuses not_allowed. */
export async function requireRank(tx: Tx, actor: Actor, memberId: string | null): Promise<void> {
  if (memberId === null || actor.roles.includes("admin")) return;
  const admin = await tx.memberRole.count({ where: { memberId, role: "admin" } });
  if (admin > 0) throw refuse("not_allowed", { verb: "case.decide" });
}

/** A case that the actor may decide on: neither about them nor reported by them, and about an admin only by one. Refuses not_found, not_allowed, second_person. */
export async function caseToDecide(tx: Tx, { actor, named }: { actor: Actor; named: string }) {
  const about = await caseHere(tx, { actor, named, verb: "case.decide" });
  const { id: caseId, communityId, subjectMemberId } = about;
  const owner = subjectMemberId === null ? {} : { ownerId: subjectMemberId };
  authorise(actor, "case.decide", { communityId, ...owner });
  await requireNotReporter(tx, { caseId, memberId: actor.memberId });
  await requireRank(tx, actor, subjectMemberId);
  return about;
}
