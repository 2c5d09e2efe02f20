import { numbersOf, type Reading, rolesOf } from "../reading.ts";

/** That they may have been in danger, as they were told; who of the team came, by role. */
export interface OwnAlert {
  readonly level: string;
  readonly questionNumber: number | null;
  readonly raisedAt: Date;
  readonly askedForCompanyAt: Date | null;
  readonly takenAt: Date | null;
  readonly takenByRole: string | null;
}

/**
 * An alert that another's worry raised is not theirs to read, since its hour may tell who was worried; only from when they
 * asked for company in it.
 */
export async function alerts(reading: Reading): Promise<OwnAlert[]> {
  const { tx, communityId, memberId } = reading;
  const rows = await tx.crisisAlert.findMany({
    where: {
      communityId,
      memberId,
      OR: [{ level: { not: "worry" } }, { wantsCompanyAt: { not: null } }],
    },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
  });
  const numberOf = await numbersOf(
    reading,
    rows.map(({ questionId }) => questionId),
  );
  const roleOf = await rolesOf(
    reading,
    rows.map(({ takenById }) => takenById),
  );
  return rows.map(({ level, questionId, raisedAt, wantsCompanyAt, takenAt, takenById }) => ({
    level: level === "worry" ? "company" : level,
    questionNumber: numberOf(questionId),
    raisedAt: level === "worry" && wantsCompanyAt !== null ? wantsCompanyAt : raisedAt,
    askedForCompanyAt: wantsCompanyAt,
    takenAt,
    takenByRole: roleOf(takenById),
  }));
}
