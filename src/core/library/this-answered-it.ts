import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endDraft } from "#core/questions/cancel-draft.ts";
import { statusRefusal } from "#core/questions/status-refusal.ts";
import { shownAnswer } from "./read-answer.ts";

/** Where the answer was shown: above a question that was not sent yet, or by a search. */
export type ShownBy =
  | { readonly questionId: string }
  | {
      /** Names the search, and nobody; undefined where that is not known any more. */
      readonly search: string | undefined;
    };

/** The first thanks for an answer after one search; a second press of the same button is none. */
async function isFirst(tx: Tx, entryId: string, search: string | undefined, day: string): Promise<boolean> {
  if (search === undefined) return true;
  const id = { entryId, search };
  if ((await tx.libraryThanks.findUnique({ where: { entryId_search: id } })) !== null) return false;
  await tx.libraryThanks.create({ data: { ...id, day } });
  return true;
}

/**
 * "This answered it": counts for the answer and the day, and nothing says for whom. Under a question that was not sent yet it
 * also ends that question, since nobody needs to answer it. Refuses not_found, and wrong_status for one that is no draft.
 */
export async function thisAnsweredIt(
  core: Core,
  { actor, entryId, shownBy }: { actor: Actor; entryId: string; shownBy: ShownBy },
): Promise<{ readonly insteadOfAsking: boolean }> {
  const { communityId, memberId: askerId } = actor;
  authorise(actor, "library.find");
  return core.tx(async (tx, now) => {
    const { entryId: shownId } = await shownAnswer(tx, core, { communityId, entryId, now });
    const day = now.toISOString().slice(0, 10);
    const insteadOfAsking = "questionId" in shownBy;
    if (insteadOfAsking) {
      const { questionId } = shownBy;
      if (!(await endDraft(tx, { actor, questionId, verb: "question.answered-by-library", now })))
        throw await statusRefusal(tx, { questionId, communityId, askerId }, "cancel");
    } else if (!(await isFirst(tx, shownId, shownBy.search, day))) return { insteadOfAsking };
    const count = insteadOfAsking ? "insteadOfAsking" : "found";
    await tx.libraryUse.upsert({
      where: { entryId_day: { entryId: shownId, day } },
      create: { entryId: shownId, day, [count]: 1 },
      update: { [count]: { increment: 1 } },
    });
    return { insteadOfAsking };
  });
}
