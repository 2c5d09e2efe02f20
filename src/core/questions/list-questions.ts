import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { QuestionStatus } from "./question.ts";

const MOST = 200;

/** How a question stands; nothing of what was asked, and nobody's name but the holder's. */
export interface QuestionLine {
  readonly number: number;
  readonly status: QuestionStatus;
  readonly topic: string;
  readonly holder: string | null;
  readonly paused: boolean;
  readonly sentAt: Date | null;
  readonly promisedAt: Date | null;
}

/** The community's questions that crossed, newest first, at most 200; drafts are their writers' own and left out. */
export async function listQuestions(
  core: Core,
  { actor, status }: { actor: Actor; status?: QuestionStatus },
): Promise<QuestionLine[]> {
  authorise(actor, "question.list");
  const { communityId } = actor;
  const rows = await core.db.question.findMany({
    where: { communityId, sentAt: { not: null }, ...(status === undefined ? {} : { status }) },
    orderBy: { number: "desc" },
    take: MOST,
  });
  const holders = await core.db.member.findMany({
    where: { communityId, id: { in: rows.flatMap(({ holderId }) => holderId ?? []) } },
    select: { id: true, pseudonym: true },
  });
  return rows.map(({ number, status: is, topic, holderId, pausedAt, sentAt, promisedAt }) => ({
    number,
    status: is as QuestionStatus,
    topic,
    holder: holders.find(({ id }) => id === holderId)?.pseudonym ?? null,
    paused: pausedAt !== null,
    sentAt,
    promisedAt,
  }));
}
