import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { alertFor, type Draft, draftOf, kindOf, screenFields } from "./draft.ts";
import { earlierTexts } from "./earlier-texts.ts";
import { canBePutBack, type OriginalText } from "./kept-words.ts";
import { openText, sealText } from "./message-text.ts";

export interface PutBack {
  readonly actor: Actor;
  readonly messageId: string;
  /** The text that was on the card which was shown. */
  readonly edition: number;
  /** Which of the removed stretches that can be put back, from 0, in the order in which the card shows them. */
  readonly which: number;
}

/**
 * Something was removed by mistake, says its writer: it stands in the text again wherever it occurs, and the new card is
 * shown. Nothing crosses by it. Contact data and numbers of accounts stay out. Refuses not_found, and stale_card when the
 * text changed since.
 */
export async function putBack(core: Core, { actor, messageId, edition, which }: PutBack): Promise<Draft> {
  authorise(actor, "question.follow-up");
  const { memberId, communityId } = actor;
  const draft = await core.tx(async (tx, now) => {
    const message = await tx.message.findUnique({ where: { id: messageId }, include: { question: true } });
    if (message === null || message.authorId !== memberId) throw refuse("not_found", { what: "message" });
    if (message.edition !== edition) throw refuse("stale_card", {});
    const { question, state } = message;
    const waits = state === "sent";
    const columns = waits
      ? (["pendingOriginalSealed", "pendingCrossingSealed"] as const)
      : (["originalSealed", "crossingSealed"] as const);
    const [own, crossing] = columns;
    const blob = message[own];
    if (blob === null || (state !== "draft" && !waits)) throw refuse("not_found", { what: "message" });
    const original = await openText<OriginalText>(tx, core, memberId, messageId, own, blob);
    const about = { questionId: question.id, askerId: memberId };
    const earlier =
      message.kind === "question"
        ? []
        : await earlierTexts(
            tx,
            core,
            message.sentAt === null ? about : { ...about, before: message.sentAt },
          );
    const before = screenFields(core, original, earlier).preview;
    const chosen = [...before.question, ...before.tried].filter(canBePutBack(question.forWhom))[which];
    if (chosen === undefined) throw refuse("stale_card", {});
    const keptWords = [...(original.keptWords ?? []), chosen.text];
    const screened = screenFields(core, { ...original, keptWords }, earlier);
    const seal = (column: typeof own | typeof crossing, value: unknown) =>
      sealText(tx, core, memberId, messageId, column, value);
    const { count } = await tx.message.updateMany({
      where: { id: messageId, state, edition },
      data: {
        edition: edition + 1,
        [own]: await seal(own, screened.original),
        [crossing]: await seal(crossing, { patient: screened.crossing }),
      },
    });
    if (count === 0) throw refuse("stale_card", {});
    // Help that stands above the card goes on standing there; nobody is alarmed twice within the hour.
    const alert = await alertFor(tx, core, {
      actor,
      questionId: question.id,
      verdict: screened.verdict,
      now,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "message.put-back",
      subject: messageId,
      detail: { type: chosen.type ?? "" },
    });
    const kind = waits ? "edit" : kindOf(message.kind);
    return { ...draftOf(question, { messageId, edition: edition + 1, kind, actor, screened }), ...alert };
  });
  core.wake();
  return draft;
}
