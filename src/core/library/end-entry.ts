import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { followShelf } from "./follow-shelf.ts";
import { type EntryEvent, statesAllowing } from "./library-entry.ts";
import { type ToldEntry, tellOfEntry } from "./tell.ts";
import { refreshDue } from "./tell-owners.ts";

const ENDS = {
  decline: "declined",
  lapse: "lapsed",
  reject: "unfit",
  withdraw: "withdrawn",
  retire: "retired",
  merge: "merged",
} as const satisfies Partial<Record<EntryEvent, string>>;

export type EndingEvent = keyof typeof ENDS;

interface Ending {
  readonly event: EndingEvent;
  /** A member's id, or "clock". */
  readonly by: string;
  readonly now: Date;
  /** Only while that still holds, asked under the row's lock. */
  readonly where?: { readonly waitsUntil?: { readonly lte: Date } };
  /** What else is written with it. */
  readonly also?: {
    readonly noteSealed?: Uint8Array<ArrayBuffer>;
    readonly reviewerId?: string;
    readonly mergedIntoId?: string;
  };
}

/** The patient's agreement ends with the last entry that stands on it. */
async function endConsent(tx: Tx, { questionId, askerId }: ToldEntry, now: Date): Promise<void> {
  if (questionId === null || askerId === null) return;
  const standing = { questionId, endedAt: null, patientAgreedAt: { not: null } };
  if ((await tx.libraryEntry.count({ where: standing })) > 0) return;
  await tx.consent.updateMany({
    where: { memberId: askerId, purpose: "library", questionId, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
}

/**
 * Ends an entry for good: nothing of its text is left, here or in the search, and its cards say so. False where the state
 * table has no such step from where it stands.
 */
export async function endEntry(
  tx: Tx,
  core: Core,
  entry: ToldEntry,
  { event, by, now, where = {}, also = {} }: Ending,
): Promise<boolean> {
  const { id, communityId } = entry;
  const { count } = await tx.libraryEntry.updateMany({
    where: { ...where, id, state: { in: statesAllowing(event) } },
    data: {
      state: ENDS[event],
      textSealed: null,
      openKey: null,
      waitsUntil: null,
      // What a colleague noted is for this ending alone.
      noteSealed: null,
      endedAt: now,
      ...also,
    },
  });
  if (count === 0) return false;
  await unindexEntry(tx, core, { communityId, kind: "answer", subjectId: id });
  await endConsent(tx, entry, now);
  await followShelf(tx, core, id, now);
  await tellOfEntry(tx, core, entry, { op: "edit", at: now });
  await refreshDue(tx, core, entry, now);
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: by,
    verb: `library.${ENDS[event]}`,
    subject: id,
  });
  return true;
}
