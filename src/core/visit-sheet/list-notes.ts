import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { readNotes, type VisitNote } from "./visit-note.ts";

/** One's own notes for the visit sheet, oldest first. */
export async function listNotes(core: Core, { actor }: { actor: Actor }): Promise<VisitNote[]> {
  authorise(actor, "note.write");
  return core.tx((tx) => readNotes(tx, core, actor.memberId));
}
