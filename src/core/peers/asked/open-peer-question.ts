import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { noteReading } from "#core/privacy/note-reading.ts";
import { type AskedOfPeers, readableQuestions } from "./readable-questions.ts";

/** The whole of a question that its patient lets members read. Refuses not_found, also for what may not be read any more; too_many. */
export async function openPeerQuestion(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<AskedOfPeers> {
  authorise(actor, "question.read-peers");
  return core.tx(async (tx, now) => {
    const [asked] = await readableQuestions(tx, core, actor, { ids: [questionId], most: 1 });
    if (asked === undefined) throw refuse("not_found", { what: "question" });
    await noteReading(tx, core, { actor, what: "question", entryId: questionId, now });
    return asked;
  });
}
