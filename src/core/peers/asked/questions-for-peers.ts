import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type AskedOfPeers, readableQuestions } from "./readable-questions.ts";

const MOST = 5;
const MOST_LOOKED_AT = 50;

/** Questions that others here let this member read, those that wait longest first, five at most. */
export async function questionsForPeers(core: Core, { actor }: { actor: Actor }): Promise<AskedOfPeers[]> {
  authorise(actor, "question.read-peers");
  const readable = await core.tx((tx) => readableQuestions(tx, core, actor, { most: MOST_LOOKED_AT }));
  return readable.slice(0, MOST);
}
