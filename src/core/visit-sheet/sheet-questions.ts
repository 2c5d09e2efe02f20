import type { Tx } from "#core/foundation/store/open-store.ts";

/** How far back a sheet goes: three months, twelve, or all of it. */
export const PERIODS = ["quarter", "year", "ever"] as const;
export type Period = (typeof PERIODS)[number];

const MONTHS = { quarter: 3, year: 12, ever: undefined } as const satisfies Record<
  Period,
  number | undefined
>;

/** The newest ones; more would be a record, and no sheet for one visit. */
export const MOST_QUESTIONS = 25;

function sinceOf(period: Period, now: Date): Date | undefined {
  const months = MONTHS[period];
  if (months === undefined) return undefined;
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since;
}

interface Asked {
  readonly memberId: string;
  readonly period: Period;
  readonly now: Date;
}

function partsOf({ memberId, period, now }: Asked) {
  const since = sinceOf(period, now);
  const sentAt = since === undefined ? { not: null } : { gte: since };
  return {
    sentAt,
    mine: { askerId: memberId },
    answered: { kind: "answer", state: "sent", sentAt },
  } as const;
}

/** What a member asked and a volunteer answered in the period, oldest first. What was taken back has no answer any more. */
export async function answeredQuestions(tx: Tx, asked: Asked) {
  const { mine, answered } = partsOf(asked);
  const questions = await tx.question.findMany({
    where: { ...mine, messages: { some: answered } },
    orderBy: { number: "desc" },
    take: MOST_QUESTIONS,
  });
  return questions.reverse();
}

/** What a member sent in the period and nobody answered in it, oldest first: somebody at the visit may. */
export async function unansweredQuestions(tx: Tx, asked: Asked) {
  const { mine, answered, sentAt } = partsOf(asked);
  const questions = await tx.question.findMany({
    where: { ...mine, sentAt, status: { not: "taken-back" }, messages: { none: answered } },
    orderBy: { number: "desc" },
    take: MOST_QUESTIONS,
  });
  return questions.reverse();
}
