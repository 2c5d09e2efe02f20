import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ShelfAnswerCard } from "./cards.ts";
import { loadAnswers } from "./load-answers.ts";

/** Subject: the entry's id. Nothing while nobody may find it. */
export async function loadShelfCard(
  tx: Tx,
  core: Core,
  entryId: string,
): Promise<ShelfAnswerCard | undefined> {
  const entry = await tx.libraryEntry.findUnique({ where: { id: entryId } });
  if (entry === null) return undefined;
  const { communityId, shelfSoon: soon } = entry;
  const [answer] = await loadAnswers(tx, core, { communityId, ids: [entryId], now: core.clock.now() });
  return answer === undefined ? undefined : { kind: "shelf-answer", answer, soon };
}
