import { openNickname } from "#core/members/nickname.ts";
import { hoursWords } from "#core/moderation/shifts/hours.ts";
import { createOpening, numbersOf, type Reading } from "../reading.ts";

/** What is kept about somebody as a member. */
export interface You {
  readonly name: string;
  readonly state: string;
  readonly joinedAt: Date;
  readonly roles: readonly { readonly role: string; readonly since: Date }[];
  readonly country: string | null;
  readonly saidAdultAt: Date | null;
  readonly reach: string;
  readonly quiet: boolean;
  /** In which they use their platform, as far as it was noted. */
  readonly language: string;
  /** What messages to them call the community. */
  readonly nickname: string | null;
  readonly crisisContact: boolean;
  /** When they were last told that others can read something in a watched channel that points at them. */
  readonly toldOfOwnDetailsAt: Date | null;
  /** When they are there to moderate, by the clock of their zone; "" where they said nothing. */
  readonly moderatingHours: string;
  readonly writingPausedUntil: Date | null;
  readonly answeringPausedAt: Date | null;
}

export async function you({ tx, core, memberId }: Reading): Promise<You> {
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: {
      roles: { orderBy: [{ createdAt: "asc" }, { role: "asc" }] },
      shifts: { orderBy: [{ weekday: "asc" }, { fromMinute: "asc" }] },
    },
  });
  const [shift] = member.shifts;
  const { pseudonym, state, createdAt, country, adultStatedAt, reach, quiet, crisisContact } = member;
  return {
    name: pseudonym,
    state,
    joinedAt: createdAt,
    roles: member.roles.map(({ role, createdAt: since }) => ({ role, since })),
    country,
    saidAdultAt: adultStatedAt,
    reach,
    quiet,
    language: member.language,
    nickname: (await openNickname(tx, core, member)) ?? null,
    crisisContact,
    toldOfOwnDetailsAt: member.toldOfOwnAt,
    moderatingHours: shift === undefined ? "" : `${hoursWords(member.shifts)} (${shift.zone})`,
    writingPausedUntil: member.silencedUntil,
    answeringPausedAt: member.barredAt,
  };
}

/** Their account on a platform, in its own id. */
export interface OwnAccount {
  readonly platform: string;
  readonly accountId: string | null;
  readonly privateThreadId: string | null;
  readonly since: Date;
}

export async function accounts(reading: Reading): Promise<OwnAccount[]> {
  const { tx, memberId } = reading;
  const rows = await tx.account.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const opening = createOpening(reading);
  const sealed = (row: string, column: string, blob: Uint8Array | null) =>
    opening.text(
      blob === null ? undefined : { owner: { memberId }, place: { table: "Account", column, row }, blob },
    );
  const made = rows.map(({ id, platform, externalIdSealed, threadSealed, createdAt: since }) => {
    const accountId = sealed(id, "externalIdSealed", externalIdSealed);
    const thread = sealed(id, "threadSealed", threadSealed);
    return () => ({ platform, accountId: accountId(), privateThreadId: thread(), since });
  });
  await opening.open();
  return made.map((account) => account());
}

/** What they agreed to. */
export interface Agreement {
  readonly purpose: string;
  readonly textVersion: string;
  readonly questionNumber: number | null;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

export async function agreements(reading: Reading): Promise<Agreement[]> {
  const rows = await reading.tx.consent.findMany({
    where: { memberId: reading.memberId },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
  });
  const numberOf = await numbersOf(
    reading,
    rows.map(({ questionId }) => questionId),
  );
  return rows.map(({ purpose, textVersion, questionId, givenAt, withdrawnAt }) => ({
    purpose,
    textVersion,
    questionNumber: numberOf(questionId),
    givenAt,
    withdrawnAt,
  }));
}
