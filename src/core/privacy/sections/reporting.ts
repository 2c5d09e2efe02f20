import { sealedNote } from "#core/moderation/cases/case-notes.ts";
import { loadReportOutcomeCard } from "#core/moderation/decisions/load-report-outcome-card.ts";
import { reasonPlace } from "#core/moderation/reports/file-report.ts";
import { ruleWords } from "#core/moderation/rules.ts";
import { createOpening, numbersOf, type Reading } from "../reading.ts";

/** A report of theirs, with what they were told of it; whom it is about is somebody else's. */
export interface OwnReport {
  readonly about: string;
  readonly questionNumber: number | null;
  /** That they thought was broken; "" where they named none. */
  readonly rule: string;
  readonly reason: string | null;
  readonly filedAt: Date;
  readonly state: string;
  readonly outcome: { readonly acted: boolean; readonly reason: string } | null;
}

/** What they asked about a credential of somebody else. */
export interface OwnDoubt {
  readonly profession: string | null;
  readonly jurisdiction: string | null;
  readonly text: string | null;
  readonly at: Date;
  readonly state: string;
}

/** What they told the team about others, in their own words. */
export interface Told {
  readonly reports: readonly OwnReport[];
  readonly credentialsQuestioned: readonly OwnDoubt[];
  readonly worries: readonly { readonly text: string | null; readonly at: Date }[];
}

async function reports(reading: Reading): Promise<OwnReport[]> {
  const { tx, core, communityId, memberId } = reading;
  const rows = await tx.report.findMany({
    where: { communityId, reporterId: memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { case: { select: { subjectKind: true, state: true } } },
  });
  const opening = createOpening(reading);
  const numberOf = await numbersOf(
    reading,
    rows.map(({ questionId }) => questionId),
  );
  const made: (() => OwnReport)[] = [];
  for (const { id, questionId, rule, reasonSealed, createdAt: filedAt, state, case: about } of rows) {
    const isDecided = about?.state === "decided" || about?.state === "dismissed";
    const reason = opening.text(
      reasonSealed === null
        ? undefined
        : { owner: { communityId }, place: reasonPlace(id), blob: reasonSealed },
    );
    const card = isDecided ? await loadReportOutcomeCard(tx, core, id) : undefined;
    made.push(() => ({
      about: about?.subjectKind ?? "message",
      questionNumber: numberOf(questionId),
      rule: rule === null ? "" : ruleWords(core.rules(), rule, undefined),
      reason: reason(),
      filedAt,
      state: isDecided ? "decided" : state,
      outcome: card === undefined ? null : { acted: card.acted, reason: card.reason },
    }));
  }
  await opening.open();
  return made.map((one) => one());
}

async function credentialsQuestioned(reading: Reading): Promise<OwnDoubt[]> {
  const { tx, communityId, memberId } = reading;
  const notes = await tx.caseNote.findMany({
    where: { authorId: memberId, kind: "question", case: { communityId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { case: { select: { subjectId: true, state: true } } },
  });
  const about = await tx.credential.findMany({
    where: { communityId, id: { in: notes.map((note) => note.case.subjectId) } },
    select: { id: true, profession: true, jurisdiction: true },
  });
  const opening = createOpening(reading);
  const made = notes.map((note) => {
    const text = opening.text(sealedNote(communityId, note));
    const known = about.find(({ id }) => id === note.case.subjectId);
    return () => ({
      profession: known?.profession ?? null,
      jurisdiction: known?.jurisdiction ?? null,
      text: text(),
      at: note.createdAt,
      state: note.case.state,
    });
  });
  await opening.open();
  return made.map((one) => one());
}

async function worries(reading: Reading): Promise<Told["worries"]> {
  const { tx, communityId, memberId } = reading;
  const rows = await tx.worry.findMany({
    where: { communityId, byId: memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const opening = createOpening(reading);
  const made = rows.map(({ id, whySealed: blob, createdAt: at }) => {
    const place = { table: "Worry", column: "whySealed", row: id };
    const text = opening.text(blob === null ? undefined : { owner: { communityId }, place, blob });
    return () => ({ text: text(), at });
  });
  await opening.open();
  return made.map((one) => one());
}

export const told = async (reading: Reading): Promise<Told> => ({
  reports: await reports(reading),
  credentialsQuestioned: await credentialsQuestioned(reading),
  worries: await worries(reading),
});
