import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";

/**
 * The text of a conversation that one of our cards shows, so that reporting the card and pressing Report on it are one case;
 * undefined for a card that shows none, and for a message that is not ours.
 */
export async function textBehind(
  core: Core,
  {
    actor,
    platform,
    channelId,
    messageId,
  }: { actor: Actor; platform: string; channelId: string; messageId: string },
): Promise<{ questionId: string; messageId: string } | undefined> {
  const { communityId } = actor;
  const key = messageKey(core, platform, channelId, messageId);
  const copy = await core.db.copy.findFirst({ where: { communityId, messageKey: key, removedAtMs: null } });
  if (copy === null) return undefined;
  // The card of a question is known by the question, every other text by its own id.
  const named =
    copy.kind === "triage" ? { questionId: copy.subjectId, kind: "question" } : { id: copy.subjectId };
  const text = await core.db.message.findFirst({ where: { ...named, question: { communityId } } });
  return text === null ? undefined : { questionId: text.questionId, messageId: text.id };
}
