import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { QuestionText } from "./cards.ts";
import { type Crossing, openText } from "./message-text.ts";

/**
 * What would cross, or has crossed, of a text of one's own, for the form that edits it; undefined where nothing is left of
 * it. The original stays in the vault, also for its writer.
 */
export async function ownDraft(
  core: Core,
  { actor, messageId }: { actor: Actor; messageId: string },
): Promise<QuestionText | undefined> {
  authorise(actor, "question.follow-up");
  return core.tx(async (tx) => {
    const { memberId: authorId } = actor;
    const message = await tx.message.findFirst({ where: { id: messageId, authorId } });
    const column = message?.pendingCrossingSealed ? "pendingCrossingSealed" : "crossingSealed";
    const blob = message?.[column] ?? null;
    if (blob === null) return undefined;
    const crossing = await openText<Crossing>(tx, core, authorId, messageId, column, blob);
    return "patient" in crossing ? crossing.patient : undefined;
  });
}
