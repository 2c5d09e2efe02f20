import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { kindOf, MODERATED, type Severity, type SubjectKind, severityOf } from "./case.ts";
import { casesFor } from "./cases-for.ts";

export interface QueuedCase {
  readonly caseId: string;
  readonly number: number;
  readonly about: SubjectKind;
  /** Whom it is about, by the name they have here. */
  readonly person: string | null;
  readonly severity: Severity;
  readonly reports: number;
  readonly openedAt: Date;
  /** Who works on it, and until when. */
  readonly holder: string | null;
  readonly leaseEndsAt: Date | null;
}

/** Open cases of the community, the gravest first, then the oldest; none about the actor. */
export async function caseQueue(core: Core, { actor }: { actor: Actor }): Promise<QueuedCase[]> {
  authorise(actor, "case.read");
  const { communityId, memberId } = actor;
  const now = core.clock.now();
  const open = await core.db.case.findMany({
    where: { communityId, state: "open", subjectKind: { in: [...MODERATED] }, ...casesFor(actor) },
    include: { _count: { select: { reports: true } } },
    orderBy: [{ severity: "desc" }, { openedAt: "asc" }, { id: "asc" }],
  });
  const others = open.filter(({ subjectMemberId }) => subjectMemberId !== memberId);
  const ids = others.flatMap(({ subjectMemberId, holderId }) =>
    [subjectMemberId ?? [], holderId ?? []].flat(),
  );
  const people = await core.db.member.findMany({ where: { communityId, id: { in: ids } } });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.pseudonym ?? null;
  return others.map(
    ({ id, number, subjectKind, subjectMemberId, severity, openedAt, holderId, leaseEndsAt, _count }) => {
      const isHeld = leaseEndsAt !== null && leaseEndsAt > now;
      return {
        caseId: id,
        number,
        about: kindOf(subjectKind),
        person: nameOf(subjectMemberId),
        severity: severityOf(severity),
        reports: _count.reports,
        openedAt,
        holder: isHeld ? nameOf(holderId) : null,
        leaseEndsAt: isHeld ? leaseEndsAt : null,
      };
    },
  );
}
