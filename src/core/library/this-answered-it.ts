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

/** Where everybody reads it, no search has a name: one member counts once a day, by a key that says nobody's name and goes too. */
interface OnShelf {
  readonly onShelf: true;
}

/** The first thanks for an answer after one search; a second press of the same button is none. */
async function isFirst(tx: Tx, entryId: string, search: string | undefined, day: string): Promise<boolean> {
  if (search === undefined) return true;
  // Two presses at once: the database lets one of them in, and the other is none.
  const added = await tx.$executeRaw`
    INSERT INTO "LibraryThanks" ("entryId", "search", "day") VALUES (${entryId}, ${search}, ${day})
    ON CONFLICT ("entryId", "search") DO NOTHING`;
  return added > 0;
}

/** What came of a thanks. */
export interface Answered {
  /** The messages of the question that was not sent, since it was answered here; undefined after a search. */
  readonly forgotten: readonly string[] | undefined;
}

/**
 * "This answered it": counts for the answer and the day, and nothing says for whom. Under a question that was not sent yet it
 * also ends that question, since nobody needs to answer it. Refuses not_found, and wrong_status for one that is no draft.
 */
export async function thisAnsweredIt(
  core: Core,
  { actor, entryId, shownBy }: { actor: Actor; entryId: string; shownBy: ShownBy | OnShelf },
): Promise<Answered> {
  const { communityId, memberId: askerId } = actor;
  authorise(actor, "library.find");
  return core.tx(async (tx, now) => {
    const { entryId: shownId } = await shownAnswer(tx, core, { communityId, entryId, now });
    const day = now.toISOString().slice(0, 10);
    const count = async (column: "found" | "insteadOfAsking") => {
      await tx.libraryUse.upsert({
        where: { entryId_day: { entryId: shownId, day } },
        create: { entryId: shownId, day, [column]: 1 },
        update: { [column]: { increment: 1 } },
      });
    };
    if (!("questionId" in shownBy)) {
      const search =
        "onShelf" in shownBy ? core.vault.opaqueKey(`thanks:${askerId}:${shownId}:${day}`) : shownBy.search;
      if (await isFirst(tx, shownId, search, day)) await count("found");
      return { forgotten: undefined };
    }
    const { questionId } = shownBy;
    const forgotten = await endDraft(tx, { actor, questionId, verb: "question.answered-by-library", now });
    if (forgotten === undefined)
      throw await statusRefusal(tx, { questionId, communityId, askerId }, "cancel");
    await count("insteadOfAsking");
    return { forgotten };
  });
}
