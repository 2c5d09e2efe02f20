import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** Deletes one of one's own notes for good; nothing of it is kept. Refuses not_found, also for a note of somebody else. */
export async function deleteNote(
  core: Core,
  { actor, noteId }: { actor: Actor; noteId: string },
): Promise<void> {
  authorise(actor, "note.write");
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    const { count } = await tx.visitNote.deleteMany({ where: { id: noteId, memberId } });
    if (count === 0) throw refuse("not_found", { what: "note" });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "note.deleted",
      subject: noteId,
    });
  });
}
