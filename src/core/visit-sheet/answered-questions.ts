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

/** What a member asked and a volunteer answered in the period, oldest first. What was taken back has no answer any more. */
export async function answeredQuestions(
  tx: Tx,
  { memberId, period, now }: { memberId: string; period: Period; now: Date },
) {
  const since = sinceOf(period, now);
  const questions = await tx.question.findMany({
    where: {
      askerId: memberId,
      messages: {
        some: { kind: "answer", state: "sent", ...(since === undefined ? {} : { sentAt: { gte: since } }) },
      },
    },
    orderBy: { number: "desc" },
    take: MOST_QUESTIONS,
  });
  return questions.reverse();
}
