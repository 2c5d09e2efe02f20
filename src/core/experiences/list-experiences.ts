import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Amber, ambersIn } from "./ambers.ts";
import { EXPERIENCE, type ExperienceStatus, statusOf } from "./experience.ts";

const MOST = 200;

/** What moderators can look at: what is, or was, shared. */
export const SHOWN_STATUSES = ["shared", "redacted", "hidden"] as const satisfies readonly ExperienceStatus[];

/** How an experience stands; none of its words, and nobody's account. */
export interface ExperienceLine {
  readonly number: number;
  readonly status: ExperienceStatus;
  readonly topic: string;
  readonly pseudonym: string;
  readonly labels: readonly Amber[];
  /** A case about it is open. */
  readonly hasCase: boolean;
  readonly sharedAt: Date | null;
}

/** The community's shared experiences, newest first, at most 200; never the reader's own, nor what is not shared. */
export async function listExperiences(
  core: Core,
  { actor, status }: { actor: Actor; status?: (typeof SHOWN_STATUSES)[number] },
): Promise<ExperienceLine[]> {
  authorise(actor, "experience.list");
  const { communityId, memberId } = actor;
  const rows = await core.db.experience.findMany({
    where: {
      communityId,
      authorId: { not: memberId },
      status: status === undefined ? { in: [...SHOWN_STATUSES] } : status,
    },
    include: { author: { select: { pseudonym: true } }, labels: true },
    orderBy: { number: "desc" },
    take: MOST,
  });
  const open = await core.db.case.findMany({
    where: {
      communityId,
      subjectKind: EXPERIENCE,
      state: "open",
      subjectId: { in: rows.map(({ id }) => id) },
    },
    select: { subjectId: true },
  });
  return rows.map(({ id, number, topic, sharedAt, author, labels, ...row }) => ({
    number,
    status: statusOf(row.status),
    topic: topic ?? "",
    pseudonym: author.pseudonym,
    labels: ambersIn(labels.map(({ label }) => label)),
    hasCase: open.some(({ subjectId }) => subjectId === id),
    sharedAt,
  }));
}
