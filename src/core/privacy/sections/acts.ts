import { type Reading, rolesOf } from "../reading.ts";

/** The record of acts: what they did, and what others did with what is theirs. */
export interface Acts {
  readonly yours: readonly { readonly act: string; readonly at: Date }[];
  readonly ofOthers: readonly { readonly act: string; readonly byRole: string | null; readonly at: Date }[];
}

/**
 * Acts of others that may be told, since whom they are about sees what comes of them. All else stays out: that somebody
 * reported, looked into a case, proposed what was not agreed to, or stepped back from a question.
 */
const TOLD_ACTS: readonly string[] = [
  "alert.taken",
  "answer.edited",
  "badge.issued",
  "credential.approved",
  "credential.asked-live",
  "credential.attested",
  "credential.checked",
  "credential.looked-up",
  "credential.proof-started",
  "credential.proved",
  "credential.rechecked",
  "credential.rejected",
  "credential.revoked",
  "credential.suspended",
  "credential.expired",
  "crisis-contact.named",
  "export.agreed",
  "export.saved",
  "identity.revealed",
  "identity.seen",
  "library.kept",
  "library.proposed",
  "library.retired",
  "library.unfit",
  "question.answer-passed",
  "question.answer-sent-back",
  "question.answered",
  "question.asked-back",
  "question.claimed",
  "question.needs-in-person",
  "question.opinion-given",
  "question.opinion-withdrawn",
  "question.released",
  "question.replied",
  "question.resumed",
  "role.given",
  "role.taken",
];

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** A database takes no more ids than some thousands at once. */
const SLICE = 1000;

async function inSlices<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < ids.length; from += SLICE)
    all.push(...(await read(ids.slice(from, from + SLICE))));
  return all;
}

/** Their own things, by id; an alert only where it stands among their alerts. */
async function thingsOf({ tx, communityId, memberId }: Reading): Promise<string[]> {
  const select = { id: true } as const;
  const questions = await tx.question.findMany({ where: { askerId: memberId }, select });
  const messages = await tx.message.findMany({
    where: { communityId, OR: [{ authorId: memberId }, { question: { askerId: memberId } }] },
    select,
  });
  const credentials = await tx.credential.findMany({ where: { memberId }, select });
  const alerts = await tx.crisisAlert.findMany({
    where: { communityId, memberId, level: { not: "worry" } },
    select,
  });
  const entries = await tx.libraryEntry.findMany({
    where: { communityId, OR: [{ askerId: memberId }, { authorId: memberId }] },
    select,
  });
  return [memberId, ...[questions, messages, entries, credentials, alerts].flatMap(idsOf)];
}

export async function acts(reading: Reading): Promise<Acts> {
  const { tx, communityId, memberId } = reading;
  const oldestFirst = { orderBy: { seq: "asc" }, select: { verb: true, actor: true, atMs: true } } as const;
  const own = await tx.auditEntry.findMany({ where: { communityId, actor: memberId }, ...oldestFirst });
  const others = await inSlices(await thingsOf(reading), (ids) =>
    tx.auditEntry.findMany({
      where: {
        communityId,
        actor: { not: memberId },
        verb: { in: [...TOLD_ACTS] },
        subject: { in: [...ids] },
      },
      ...oldestFirst,
    }),
  );
  others.sort((one, other) => Number(one.atMs - other.atMs));
  const roleOf = await rolesOf(
    reading,
    others.map(({ actor }) => actor),
  );
  const at = ({ atMs }: { atMs: bigint }) => new Date(Number(atMs));
  return {
    yours: own.map((entry) => ({ act: entry.verb, at: at(entry) })),
    ofOthers: others.map((entry) => ({
      act: entry.verb,
      byRole: entry.actor === "clock" ? "clock" : roleOf(entry.actor),
      at: at(entry),
    })),
  };
}
