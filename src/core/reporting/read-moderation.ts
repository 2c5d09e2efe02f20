import type { Tx } from "#core/foundation/store/open-store.ts";
import { kindOf, MODERATED, type SubjectKind } from "#core/moderation/cases/case.ts";
import { actionOf } from "#core/moderation/decisions/action.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { type Counts, type Durations, type FigureId, tally } from "./figures.ts";
import type { Month } from "./month.ts";

interface Asked {
  readonly communityId: string;
  readonly month: Month;
  readonly rules: RuleBook;
}

const ABOUT = {
  message: "reports.text",
  post: "reports.post",
  experience: "reports.experience",
  // It is a text of a conversation, for everybody.
  "kept-answer": "reports.text",
  member: "reports.person",
  account: "reports.person",
  // Doubts about a credential are no reports; they are counted with the checks of providers.
  credential: "reports.person",
} as const satisfies Record<SubjectKind, FigureId>;

async function readReports(tx: Tx, { communityId, month: { from, to } }: Asked): Promise<Counts> {
  const reports = await tx.report.findMany({
    where: { communityId, createdAt: { gte: from, lt: to } },
    select: { reporterId: true, case: { select: { subjectKind: true } } },
  });
  return tally(
    reports.flatMap(({ reporterId, case: about }): FigureId[] => [
      "reports",
      reporterId === null ? "reports.screening" : "reports.members",
      // From before there were cases, all were about a conversation.
      ABOUT[kindOf(about?.subjectKind ?? "message")],
    ]),
  );
}

const ruleFigure = ({ all }: RuleBook, rule: string): FigureId =>
  `rule.${all.some(({ id }) => id === rule) ? rule : "other"}`;

async function readCases(tx: Tx, { communityId, rules, month: { from, to } }: Asked) {
  const within = { gte: from, lt: to };
  const opened = await tx.case.count({
    where: { communityId, subjectKind: { in: [...MODERATED] }, openedAt: within },
  });
  const decisions = await tx.decision.findMany({
    where: { communityId, decidedAt: within },
    select: { action: true, rule: true, byId: true, decidedAt: true, case: { select: { openedAt: true } } },
  });
  const counts = tally(
    decisions.flatMap(({ action: stored, rule, case: { openedAt } }): FigureId[] => {
      const action = actionOf(stored);
      const when = openedAt >= from ? "cases.opened.decided" : "cases.earlier.decided";
      if (action === "dismiss") return ["cases.decided", when, "cases.dismissed"];
      return ["cases.decided", when, "cases.acted", `action.${action}`, ruleFigure(rules, rule)];
    }),
  );
  return {
    counts: {
      ...counts,
      "cases.opened": opened,
      "cases.opened.waiting": opened - (counts["cases.opened.decided"] ?? 0),
      moderators: new Set(decisions.map(({ byId }) => byId)).size,
    } satisfies Counts,
    durations: decisions.map(({ decidedAt, case: about }) => decidedAt.getTime() - about.openedAt.getTime()),
  };
}

/** What ended before its time, by another way than an appeal. */
async function readEnded(tx: Tx, { communityId, month: { from, to } }: Asked): Promise<Counts> {
  const within = { gte: from, lt: to };
  const undone = await tx.decision.findMany({
    where: { communityId, undoneAt: within },
    select: { undoneAt: true, appeal: { select: { state: true, decidedAt: true } } },
  });
  return {
    // One whose day is over has lapsed, whether the timers have come to it or not.
    "decisions.lapsed": await tx.decision.count({
      where: { communityId, state: { in: ["standing", "lapsed"] }, confirmedById: null, confirmBy: within },
    }),
    "decisions.undone": undone.filter(
      ({ undoneAt, appeal }) =>
        appeal?.state !== "overturned" || appeal.decidedAt?.getTime() !== undoneAt?.getTime(),
    ).length,
  };
}

async function readAppeals(tx: Tx, { communityId, month: { from, to } }: Asked) {
  const within = { gte: from, lt: to };
  const filed = await tx.appeal.count({ where: { communityId, filedAt: within } });
  const decided = await tx.appeal.findMany({
    where: { communityId, state: { in: ["upheld", "overturned"] }, decidedAt: within },
    select: { state: true, filedAt: true, decidedAt: true },
  });
  return {
    counts: {
      "appeals.filed": filed,
      ...tally(
        decided.flatMap(({ state }): FigureId[] => [
          "appeals.decided",
          state === "overturned" ? "appeals.overturned" : "appeals.upheld",
        ]),
      ),
    } satisfies Counts,
    durations: decided.flatMap(({ filedAt, decidedAt }) =>
      decidedAt === null ? [] : decidedAt.getTime() - filedAt.getTime(),
    ),
  };
}

/** Reports, cases, decisions and appeals of a month. A case is opened by its first report. */
export async function readModeration(
  tx: Tx,
  asked: Asked,
): Promise<{ counts: Counts; durations: Pick<Durations, "decision" | "appeal"> }> {
  const cases = await readCases(tx, asked);
  const appeals = await readAppeals(tx, asked);
  return {
    counts: {
      ...(await readReports(tx, asked)),
      ...cases.counts,
      ...(await readEnded(tx, asked)),
      ...appeals.counts,
    },
    durations: { decision: cases.durations, appeal: appeals.durations },
  };
}
