import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { tellTeam } from "#core/questions/tell.ts";
import { entryRefusal } from "./entry-refusal.ts";
import { type EntryState, entryStateOf, LOOK_MS, statesAllowing } from "./library-entry.ts";
import { ownPart } from "./own-part.ts";
import { tellOfEntry } from "./tell.ts";

type Found = Awaited<ReturnType<typeof ownPart>>["entry"];

/** The last yes of the two: a colleague may look. Asked under the row's lock, so that two at once make one step. */
async function complete(tx: Tx, core: Core, entry: Found, now: Date): Promise<boolean> {
  const { id, questionId, communityId, askerId } = entry;
  const { count } = await tx.libraryEntry.updateMany({
    where: {
      id,
      state: { in: statesAllowing("complete") },
      patientAgreedAt: { not: null },
      authorAgreedAt: { not: null },
    },
    data: { state: "agreed", waitsUntil: new Date(now.getTime() + LOOK_MS) },
  });
  if (count === 0 || questionId === null || askerId === null) return false;
  const subjectId = `keep-look:${questionId}:${id}`;
  const question = { id: questionId, communityId, askerId };
  await tellTeam(tx, core, question, { kind: "team-notice", subjectId, at: now });
  return true;
}

/**
 * "Yes, keep it", of the patient, whose agreement is written down with it, or of the author. Saying it twice is saying it
 * once. Refuses not_found, not_allowed, entry_status.
 */
export async function agreeToKeep(
  core: Core,
  { actor, entryId }: { actor: Actor; entryId: string },
): Promise<{ readonly state: EntryState }> {
  const { communityId, memberId } = actor;
  const result = await core.tx(async (tx, now) => {
    const { entry, part } = await ownPart(tx, { actor, entryId });
    const agreedAt = part === "author" ? "authorAgreedAt" : "patientAgreedAt";
    const { count } = await tx.libraryEntry.updateMany({
      where: { id: entryId, state: { in: statesAllowing("agree") }, [agreedAt]: null },
      data: { [agreedAt]: now },
    });
    if (count === 0) {
      // Read again: the same press may have come first, a moment ago.
      const known = await tx.libraryEntry.findUniqueOrThrow({ where: { id: entryId } });
      if (known[agreedAt] === null || known.endedAt !== null) throw await entryRefusal(tx, entryId);
      return { state: entryStateOf(known.state) };
    }
    if (part === "patient")
      await tx.consent.create({
        data: {
          ...{ id: core.newId(), memberId, purpose: "library", textVersion: CONSENT_VERSION },
          ...{ questionId: entry.questionId, givenAt: now },
        },
      });
    const isComplete = await complete(tx, core, entry, now);
    await tellOfEntry(tx, core, entry, { op: "edit", at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "library.agreed",
      subject: entryId,
      detail: { part },
    });
    return { state: isComplete ? ("agreed" as const) : ("proposed" as const) };
  });
  core.wake();
  return result;
}
