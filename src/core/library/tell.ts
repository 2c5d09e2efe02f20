import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tellAsker, tellAuthor, tellTeam } from "#core/questions/tell.ts";

export interface ToldEntry {
  readonly id: string;
  readonly communityId: string;
  readonly questionId: string | null;
  readonly askerId: string | null;
  readonly authorId: string | null;
  readonly keeperId: string;
}

/** The cards about one entry, posted or brought up to date: the patient's, the team's, and the author's where somebody else proposed it. */
export async function tellOfEntry(
  tx: Tx,
  core: Core,
  entry: ToldEntry,
  { op, at }: { op: "post" | "edit"; at: Date },
): Promise<void> {
  const { id, communityId, questionId, askerId, authorId, keeperId } = entry;
  if (questionId === null || askerId === null || authorId === null) return;
  const question = { id: questionId, communityId, askerId };
  await tellAsker(tx, core, question, { kind: "keep-request", subjectId: id, at }, op);
  await tellTeam(tx, core, question, { kind: "keep-team", subjectId: id, at }, op);
  if (authorId !== keeperId)
    await tellAuthor(tx, core, question, authorId, { kind: "keep-team", subjectId: id, at }, op);
}
