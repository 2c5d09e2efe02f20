import { type DomainError, refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { QuestionEvent, QuestionStatus } from "./question.ts";

interface About {
  readonly questionId: string;
  readonly communityId: string;
  /** Only this member learns anything of the question. */
  readonly askerId?: string;
  /** The provider who tried: a hold of their own that stands in the way has lapsed. */
  readonly providerId?: string;
}

/** Why a conditional update changed nothing: read after it, to find the words. */
export async function statusRefusal(
  tx: Tx,
  { questionId, communityId, askerId, providerId }: About,
  wanted: QuestionEvent,
): Promise<DomainError> {
  const question = await tx.question.findUnique({ where: { id: questionId }, include: { holder: true } });
  if (question === null || question.communityId !== communityId)
    return refuse("not_found", { what: "question" });
  if (askerId !== undefined && question.askerId !== askerId) return refuse("not_found", { what: "question" });
  if (question.pausedAt !== null) return refuse("paused", {});
  const status = question.status as QuestionStatus;
  if (wanted === "claim" && question.holder !== null && question.leaseEndsAt !== null)
    return refuse("already_claimed", { by: question.holder.pseudonym, until: question.leaseEndsAt });
  const holders =
    wanted === "answer" ||
    wanted === "hold" ||
    wanted === "ask-back" ||
    wanted === "release" ||
    wanted === "close";
  const lapsed = question.holderId === (providerId ?? "");
  if (holders && status === "claimed")
    return refuse("not_holder", { by: lapsed ? null : (question.holder?.pseudonym ?? null) });
  return refuse("wrong_status", { is: status, wanted });
}

/**
 * Holds the question's row as it was read until the commit, so that a pause, a take-back or another act either waits or
 * has won already; then this refuses.
 */
export async function holdAsRead(
  tx: Tx,
  { id, communityId, status }: { id: string; communityId: string; status: string },
  wanted: QuestionEvent,
): Promise<void> {
  const { count } = await tx.question.updateMany({ where: { id, status, pausedAt: null }, data: { status } });
  if (count === 0) throw await statusRefusal(tx, { questionId: id, communityId }, wanted);
}
