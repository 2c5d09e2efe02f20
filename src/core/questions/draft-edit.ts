import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import type { Draft } from "./draft.ts";
import type { SourceMessage } from "./draft-question.ts";
import { editMessage } from "./edit-message.ts";

/** The message that a platform's message was typed in, if it is one of this member's that can still change. */
export async function messageOfSource(
  core: Core,
  actor: Actor,
  source: SourceMessage,
): Promise<string | undefined> {
  const sourceKey = messageKey(core, source.platform, source.channelId, source.messageId);
  const found = await core.db.message.findFirst({
    where: { sourceKey, authorId: actor.memberId, state: { in: ["draft", "sent"] } },
    select: { id: true },
  });
  return found?.id;
}

/** An edit of a message that was typed on a platform: offered as a new card; undefined when it is none of ours. */
export async function draftEdit(
  core: Core,
  { actor, sourceMessage, text }: { actor: Actor; sourceMessage: SourceMessage; text: string },
): Promise<Draft | undefined> {
  const messageId = await messageOfSource(core, actor, sourceMessage);
  return messageId === undefined ? undefined : editMessage(core, { actor, messageId, text });
}
