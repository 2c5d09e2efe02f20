import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { rolesOf } from "./reading.ts";

/** What somebody did with a question, or with what is kept about a member. */
const SEEN = {
  "question.claimed": "opened",
  "question.asked-back": "asked-back",
  "question.answered": "answered",
  "question.replied": "answered",
  "question.needs-in-person": "answered",
  "question.answer-read": "looked",
  "question.answer-passed": "looked",
  "question.answer-sent-back": "looked",
  "question.opinion-given": "opinion",
  "question.resumed": "moderated",
  "case.read": "moderated",
  "alert.taken": "came",
  "identity.seen": "identity",
  "export.saved": "export",
} as const;
export type SeenAs = (typeof SEEN)[keyof typeof SEEN];

export interface Sight {
  /** "2031-03-04" in UTC: the day, and no time. */
  readonly day: string;
  /** The role that they have today; "somebody of the team" where none is left. */
  readonly role: string;
  readonly did: SeenAs;
}

export interface SeenQuestion {
  readonly number: number;
  readonly sentAt: Date;
  readonly sights: readonly Sight[];
}

export interface WhoSaw {
  /** The newest first. */
  readonly questions: readonly SeenQuestion[];
  /** Their account and their data, by two people who agreed. */
  readonly you: readonly Sight[];
}

const MOST_QUESTIONS = 10;

interface Entry {
  readonly verb: string;
  readonly actor: string;
  readonly subject: string;
  readonly atMs: bigint;
}

const sightsOf = (entries: readonly Entry[], roleOf: (id: string) => string | null): Sight[] => {
  const sights = entries.map(({ verb, actor, atMs }) => ({
    day: new Date(Number(atMs)).toISOString().slice(0, 10),
    role: roleOf(actor) ?? "somebody of the team",
    did: SEEN[verb as keyof typeof SEEN],
  }));
  // Who did the same thing twice on a day is told once.
  return [...new Map(sights.map((sight) => [JSON.stringify(sight), sight])).values()];
};

/**
 * A case is named only where its report paused the conversation, which the member was told: any other would tell that somebody
 * reported, or whom.
 */
async function toldCases(tx: Tx, questionIds: readonly string[]): Promise<Map<string, string>> {
  const reports = await tx.report.findMany({
    where: { questionId: { in: [...questionIds] }, caseId: { not: null } },
    select: { caseId: true, questionId: true },
  });
  return new Map(reports.map(({ caseId, questionId }) => [caseId ?? "", questionId ?? ""]));
}

/** What leads to a question: itself, an alert that it raised, and a case that paused it. */
async function subjectsOf(tx: Tx, memberId: string, questionIds: readonly string[]) {
  const alerts = await tx.crisisAlert.findMany({
    where: { memberId, questionId: { in: [...questionIds] }, level: { not: "worry" } },
    select: { id: true, questionId: true },
  });
  return new Map([
    ...questionIds.map((id) => [id, id] as const),
    ...alerts.map(({ id, questionId }) => [id, questionId ?? ""] as const),
    ...(await toldCases(tx, questionIds)),
  ]);
}

/**
 * Who opened a member's questions, by role and day, and never by name; and each time that two people saw whose account it is or saved
 * what is kept. Whoever stepped back, since they may know the person, is not shown.
 */
export async function whoSaw(core: Core, { actor }: { actor: Actor }): Promise<WhoSaw> {
  const { communityId, memberId } = actor;
  authorise(actor, "member.who-saw", { communityId, ownerId: memberId });
  return core.tx(async (tx) => {
    const questions = await tx.question.findMany({
      where: { askerId: memberId, sentAt: { not: null } },
      orderBy: { number: "desc" },
      take: MOST_QUESTIONS,
    });
    const ids = questions.map(({ id }) => id);
    const leadsTo = await subjectsOf(tx, memberId, ids);
    const entries = await tx.auditEntry.findMany({
      where: {
        communityId,
        actor: { notIn: [memberId, "clock"] },
        verb: { in: Object.keys(SEEN) },
        subject: { in: [...leadsTo.keys(), memberId] },
      },
      orderBy: { seq: "asc" },
    });
    // A provider who may know the person had it open first: that says nothing, and must not be told.
    const declines = await tx.decline.findMany({ where: { questionId: { in: ids } } });
    const steppedBack = ({ subject, actor: by }: Entry) =>
      declines.some((one) => one.questionId === leadsTo.get(subject) && one.memberId === by);
    const shown = entries.filter((entry) => !steppedBack(entry));
    const roleOf = await rolesOf(
      { tx, core, communityId, memberId },
      shown.map((entry) => entry.actor),
    );
    return {
      questions: questions.map(({ id, number, sentAt, draftedAt }) => ({
        number,
        sentAt: sentAt ?? draftedAt,
        sights: sightsOf(
          shown.filter(({ subject }) => leadsTo.get(subject) === id),
          roleOf,
        ),
      })),
      you: sightsOf(
        shown.filter(({ subject }) => subject === memberId),
        roleOf,
      ),
    };
  });
}
