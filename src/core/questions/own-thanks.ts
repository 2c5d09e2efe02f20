import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { monthOf } from "#core/reporting/month.ts";

/** Older answers are seldom rated any more, and a page must open at once. */
const MOST_RECENT = 500;
const MOST_SHOWN = 3;

export interface Thanks {
  /** How many people said so in this calendar month: never who. */
  readonly people: number;
  /** The newest first. */
  readonly latest: readonly { readonly topic: string; readonly at: Date }[];
}

/**
 * Who of the patients pressed "Helped" this month on a question that this provider had answered by then. It is counted from
 * the record of acts, for nobody but themselves, and beside nobody else's.
 */
export async function ownThanks(core: Core, { actor }: { actor: Actor }): Promise<Thanks> {
  authorise(actor, "question.read-card");
  const answers = await core.db.message.findMany({
    where: {
      authorId: actor.memberId,
      communityId: actor.communityId,
      kind: "answer",
      state: "sent",
      hiddenAt: null,
      sentAt: { not: null },
    },
    orderBy: { sentAt: "desc" },
    take: MOST_RECENT,
    select: { questionId: true, sentAt: true, question: { select: { topic: true } } },
  });
  // Of several answers to one question the first one is enough to be thanked for.
  const answered = new Map(answers.map((answer) => [answer.questionId, answer]));
  const { from } = monthOf(core.clock.now());
  const helped = await core.db.auditEntry.findMany({
    where: {
      subject: { in: [...answered.keys()] },
      verb: "question.helped",
      atMs: { gte: BigInt(from.getTime()) },
    },
    orderBy: { seq: "desc" },
    select: { actor: true, subject: true, atMs: true },
  });
  const thanks = helped.flatMap(({ actor: by, subject, atMs }) => {
    const answer = answered.get(subject);
    const at = new Date(Number(atMs));
    const { sentAt = null, question } = answer ?? {};
    return sentAt === null || question === undefined || sentAt > at
      ? []
      : [{ by, subject, topic: question.topic, at }];
  });
  const newest = thanks.filter(
    ({ subject }, at) => thanks.findIndex((other) => other.subject === subject) === at,
  );
  return {
    people: new Set(thanks.map(({ by }) => by)).size,
    latest: newest.slice(0, MOST_SHOWN).map(({ topic, at }) => ({ topic, at })),
  };
}
