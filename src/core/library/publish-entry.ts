import type { Core } from "#core/core.ts";
import { indexEntry } from "#core/foundation/search/index-entry.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { EntryText } from "./cards.ts";
import { answerAsText } from "./entry-text.ts";

/** Lets members find it, by the words of its question and its answer. */
export async function publishEntry(
  tx: Tx,
  core: Core,
  { id, communityId, topic, text }: { id: string; communityId: string; topic: string; text: EntryText },
): Promise<void> {
  await indexEntry(tx, core, {
    ...{ communityId, topic, kind: "answer", subjectId: id },
    ...{ heading: text.question, body: answerAsText(text) },
  });
}
