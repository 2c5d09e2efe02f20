import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { alertFor, checkedAndHeard, type Draft, draftOf, kindOf, screenFields, withHelp } from "./draft.ts";
import { earlierTexts } from "./earlier-texts.ts";
import type { OriginalText } from "./kept-words.ts";
import { checkedText, LIMITS, openText, type SealedColumn, sealText } from "./message-text.ts";

/**
 * A new text for a message of one's own. Before it crossed it simply replaces the draft; afterwards it waits beside the
 * standing one until the patient presses Send.
 */
export async function editMessage(
  core: Core,
  { actor, messageId, text }: { actor: Actor; messageId: string; text: string },
): Promise<Draft> {
  authorise(actor, "question.follow-up");
  const { memberId } = actor;
  const own = await core.db.message.findFirst({
    where: { id: messageId, authorId: memberId },
    select: { kind: true },
  });
  const newText = await checkedAndHeard(core, { actor, typed: text }, () => {
    if (own === null) throw refuse("not_found", { what: "message" });
    return checkedText(text, "text", own.kind === "question" ? LIMITS.question : LIMITS.reply);
  });
  const draft = await core.tx(async (tx, now) => {
    const message = await tx.message.findUniqueOrThrow({
      where: { id: messageId },
      include: { question: true },
    });
    const { question } = message;
    const seal = (column: SealedColumn, value: unknown) =>
      sealText(tx, core, memberId, messageId, column, value);
    const original = (column: "originalSealed" | "pendingOriginalSealed", blob: Uint8Array | null) =>
      blob === null ? undefined : openText<OriginalText>(tx, core, memberId, messageId, column, blob);
    const standing = await original("originalSealed", message.originalSealed);
    const newest = (await original("pendingOriginalSealed", message.pendingOriginalSealed)) ?? standing;
    const tried = standing?.tried ?? "";
    const keptWords = newest?.keptWords ?? [];
    const before = message.sentAt ?? undefined;
    const about = { questionId: question.id, askerId: memberId };
    const earlier = await earlierTexts(tx, core, before === undefined ? about : { ...about, before });
    const screened = screenFields(core, { question: newText, tried, keptWords }, earlier);
    const crossing = { patient: screened.crossing };
    const [edited] = await tx.message.updateManyAndReturn({
      where: { id: messageId, state: message.state, originalSealed: { not: null } },
      data: {
        edition: { increment: 1 },
        ...(message.state === "draft"
          ? {
              verdict: screened.verdict,
              originalSealed: await seal("originalSealed", screened.original),
              crossingSealed: await seal("crossingSealed", crossing),
            }
          : {
              pendingOriginalSealed: await seal("pendingOriginalSealed", screened.original),
              pendingCrossingSealed: await seal("pendingCrossingSealed", crossing),
            }),
      },
    });
    const { verdict } = screened;
    const alert = await alertFor(tx, core, { actor, questionId: question.id, verdict, now });
    // The text of a message that was removed meanwhile is not kept; the alert commits, and the refusal follows.
    if (edited === undefined) return withHelp(refuse("not_found", { what: "message" }), alert.alert);
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: memberId,
      verb: "message.redrafted",
      subject: messageId,
    });
    const kind = message.state === "sent" ? "edit" : kindOf(message.kind);
    const { edition } = edited;
    return { ...draftOf(question, { messageId, edition, kind, actor, screened }), ...alert };
  });
  core.wake();
  if (draft instanceof DomainError) throw draft;
  return draft;
}
