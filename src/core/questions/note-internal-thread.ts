import type { Core } from "#core/core.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { tellTeam } from "./tell.ts";

export interface TypedUnder {
  readonly platform: string;
  readonly channelExternalId: string;
  /** The message that the thread hangs under. */
  readonly messageExternalId: string;
}

/**
 * Team text in a question's thread never crosses; the first one is answered with a line that says so. False, and nothing
 * done, when the thread hangs under no card that is known yet: a card may be answered before its sending is on record.
 */
export async function noteInternalThread(core: Core, typed: TypedUnder): Promise<boolean> {
  const key = messageKey(core, typed.platform, typed.channelExternalId, typed.messageExternalId);
  const copy = await core.db.copy.findFirst({ where: { messageKey: key, kind: "triage" } });
  if (copy === null) return false;
  await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: copy.subjectId } });
    if (question === null) return;
    await tellTeam(tx, core, question, {
      kind: "team-notice",
      subjectId: `thread-is-internal:${question.id}`,
      at: now,
    });
  });
  core.wake();
  return true;
}
