import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { OUTSIDE } from "../cases/keep-post.ts";

/** Where something stands, in its platform's own ids. */
export interface Standing {
  readonly platform: string;
  readonly channelId: string;
  readonly messageId: string;
}

/** Somebody's text in a conversation; a card that shows nobody's text; or what a person posted themselves. */
export type Behind =
  | { readonly is: "text"; readonly questionId: string; readonly messageId: string }
  | { readonly is: "ours" }
  | { readonly is: "post" };

/** What stands there, so that a text that one of our cards shows is one subject wherever somebody reports it. */
export async function textBehind(
  core: Core,
  { actor, at: { platform, channelId, messageId } }: { actor: Actor; at: Standing },
): Promise<Behind> {
  const { communityId } = actor;
  const copy = await core.db.copy.findFirst({
    where: {
      communityId,
      messageKey: messageKey(core, platform, channelId, messageId),
      // A post of somebody's that was reported before stands there too.
      targetKind: { not: OUTSIDE },
    },
  });
  if (copy === null) return { is: "post" };
  const { kind, subjectId } = copy;
  const meant = kind === "triage" ? { questionId: subjectId, kind: "question" } : { id: subjectId };
  const text = await core.db.message.findFirst({ where: { ...meant, question: { communityId } } });
  return text === null ? { is: "ours" } : { is: "text", questionId: text.questionId, messageId: text.id };
}
