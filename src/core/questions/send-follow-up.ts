import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { reportCrossed } from "#core/moderation/automatic/report-crossed.ts";
import type { QuestionStatus } from "./question.ts";
import { next } from "./question.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refreshTriage, tellTeam } from "./tell.ts";
import { takeSeq } from "./text-to-patient.ts";

/** A text as it stands in the database, with its question. */
export type MessageRow = NonNullable<Awaited<ReturnType<Tx["message"]["findUnique"]>>> & {
  question: NonNullable<Awaited<ReturnType<Tx["question"]["findUnique"]>>>;
};

/** The consent that was given with the question holds for what follows it, until it is withdrawn. */
export async function requireBridgeConsent(tx: Tx, question: MessageRow["question"]): Promise<void> {
  if (question.sentAt === null || question.status === "taken-back") return;
  const given = { memberId: question.askerId, purpose: "bridge", questionId: question.id, withdrawnAt: null };
  if ((await tx.consent.count({ where: given })) === 0) throw refuse("no_consent", { purpose: "bridge" });
}

/** A drafted text crosses for the first time, in the transaction that decided it. Refuses paused, wrong_status. */
export async function sendFollowUp(
  tx: Tx,
  core: Core,
  { message, now }: { message: MessageRow; now: Date },
): Promise<void> {
  const { id, question, kind, edition } = message;
  const event = kind === "ask-back-reply" && question.status === "asked-back" ? "reply" : "follow-up";
  const status = question.status as QuestionStatus;
  const goesTo = next(status, event);
  const where = { questionId: question.id, communityId: question.communityId };
  if (goesTo === undefined) throw await statusRefusal(tx, where, event);
  // A reply to an ask-back goes back to its provider while the lease holds, else to everybody.
  const lapsed =
    goesTo === "claimed" &&
    event === "reply" &&
    (question.leaseEndsAt === null || question.leaseEndsAt <= now);
  const changed = await tx.question.updateMany({
    where: { id: question.id, status, pausedAt: null },
    data: lapsed ? { status: "waiting", holderId: null, leaseEndsAt: null } : { status: goesTo },
  });
  if (changed.count === 0) throw await statusRefusal(tx, where, event);
  const { count } = await tx.message.updateMany({
    where: { id, state: "draft", edition },
    data: { state: "sent", version: 1, sentAt: now, seq: await takeSeq(tx, question.id) },
  });
  if (count === 0) throw refuse("stale_card", {});
  await reportCrossed(tx, core, { messageId: id, now });
  // The card first: one that is missing is posted anew, and the text hangs under it.
  await refreshTriage(tx, core, question, now);
  await tellTeam(tx, core, question, { kind: "follow-up", subjectId: id, at: now });
}
