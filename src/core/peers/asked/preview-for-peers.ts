import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type OwnPeerQuestion, ownPeerQuestion } from "./peer-question.ts";

/** Exactly what other members would read of one's question; nothing is opened by it. Refuses not_found, cannot_ask_peers. */
export async function previewForPeers(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<OwnPeerQuestion> {
  authorise(actor, "question.ask-peers");
  return core.tx((tx) => ownPeerQuestion(tx, core, { actor, questionId }));
}
