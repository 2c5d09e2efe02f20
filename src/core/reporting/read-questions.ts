import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Counts, type FigureId, tally } from "./figures.ts";
import type { Month } from "./month.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Whoever is told at the promised hour is told by a timer, a moment later. */
const TIMER_MS = 15 * 60_000;
const PROMISE_MS = 72 * HOUR_MS + TIMER_MS;

interface Asked {
  readonly communityId: string;
  readonly month: Month;
}

/** How a question can end without an answer, by the verb in the record: a question that is asked again keeps no trace of it. */
const ENDS = {
  "question.expired": "told",
  "question.needs-in-person": "told",
  "question.taken-back": "taken-back",
} as const;

type End = "answered" | (typeof ENDS)[keyof typeof ENDS];

const endOf = (verb: string): End | undefined => ENDS[verb as keyof typeof ENDS];

async function recordedEnds(tx: Tx, communityId: string, from: Date, to: Date) {
  const entries = await tx.auditEntry.findMany({
    where: {
      communityId,
      verb: { in: Object.keys(ENDS) },
      atMs: { gte: BigInt(from.getTime()), lt: BigInt(to.getTime()) },
    },
    orderBy: { seq: "asc" },
    select: { verb: true, subject: true, atMs: true },
  });
  return Map.groupBy(entries, ({ subject }) => subject);
}

/** What came first of a question, in which time. */
function figureOf(first: { readonly end: End; readonly afterMs: number } | undefined): FigureId[] {
  if (first === undefined || first.afterMs > PROMISE_MS) return ["questions.late"];
  const { end, afterMs } = first;
  if (end === "taken-back") return ["questions.taken-back"];
  const when = afterMs <= DAY_MS ? "questions.day" : "questions.promise";
  return [when, `${when}.${end}`];
}

/** Questions count in the month in which their 72 hours end, so that what is told of a month does not change any more. */
async function readOutcomes(tx: Tx, { communityId, month }: Asked): Promise<Counts> {
  const from = new Date(month.from.getTime() - PROMISE_MS);
  const before = new Date(month.to.getTime() - PROMISE_MS);
  const questions = await tx.question.findMany({
    where: { communityId, sentAt: { gte: from, lt: before } },
    select: {
      id: true,
      sentAt: true,
      messages: {
        where: { kind: "answer", sentAt: { not: null } },
        orderBy: { sentAt: "asc" },
        take: 1,
        select: { sentAt: true },
      },
    },
  });
  const ends = await recordedEnds(tx, communityId, from, month.to);
  return tally(
    questions.flatMap(({ id, sentAt, messages }): FigureId[] => {
      const sent = sentAt?.getTime() ?? 0;
      const recorded = (ends.get(id) ?? []).flatMap(({ verb, atMs }) => {
        const end = endOf(verb);
        return end === undefined ? [] : { end, afterMs: Number(atMs) - sent };
      });
      const answers = messages.map((answer) => ({
        end: "answered" as const,
        afterMs: (answer.sentAt?.getTime() ?? 0) - sent,
      }));
      const [first] = [...answers, ...recorded].sort((one, other) => one.afterMs - other.afterMs);
      return ["questions", ...figureOf(first)];
    }),
  );
}

/** How long the first answers of the month took. */
async function firstAnswers(tx: Tx, { communityId, month: { from, to } }: Asked): Promise<number[]> {
  const within = { kind: "answer", sentAt: { gte: from, lt: to } };
  const questions = await tx.question.findMany({
    where: { communityId, sentAt: { not: null }, messages: { some: within } },
    select: {
      sentAt: true,
      messages: {
        where: { kind: "answer", sentAt: { not: null } },
        orderBy: { sentAt: "asc" },
        take: 1,
        select: { sentAt: true },
      },
    },
  });
  return questions.flatMap(({ sentAt, messages: [first] }) =>
    sentAt === null || first?.sentAt == null || first.sentAt < from
      ? []
      : first.sentAt.getTime() - sentAt.getTime(),
  );
}

/** What came of the questions of a month, and how long their askers waited. */
export async function readQuestions(
  tx: Tx,
  asked: Asked,
): Promise<{ counts: Counts; durations: readonly number[] }> {
  const durations = await firstAnswers(tx, asked);
  return {
    counts: { ...(await readOutcomes(tx, asked)), "answers.first": durations.length },
    durations,
  };
}
