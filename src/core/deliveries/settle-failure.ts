import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { DeliveryTrouble } from "#core/messenger.ts";
import { tellOfRestraint } from "#core/moderation/decisions/refused-restraints.ts";
import { endUnopened } from "#core/peers/pairs/end-unopened.ts";
import { renewTakenBack } from "#core/questions/renew-taken-back.ts";
import { enqueue } from "./enqueue.ts";
import type { DeliveryRow } from "./pick.ts";
import { settleUnclear } from "./reconcile.ts";
import { backoffMs, settle, takesAway } from "./settle.ts";

/** After this many refusals that a human could have mended, the author is told instead. */
const MOST_ATTEMPTS = 8;

/** What somebody wrote and waits for; of a notice or a copy that does not arrive nobody is told. */
const OF_SOMEBODY: ReadonlySet<string> = new Set(["triage", "follow-up", "answer"]);

const QUESTION = /^q:([^:]+):(team|asker)$/;

/** A question's delivery that will not arrive is told to the other side, in the same commit. */
async function tellOtherSide(
  tx: Tx,
  core: Core,
  row: DeliveryRow,
  now: Date,
  why: "unreachable" | "refused",
): Promise<void> {
  const match = QUESTION.exec(row.conversation);
  if (match?.[1] === undefined || row.op !== "post" || !OF_SOMEBODY.has(row.kind)) return;
  const questionId = match[1];
  const question = await tx.question.findUnique({ where: { id: questionId } });
  if (question === null || question.status === "taken-back") return;
  const base = {
    communityId: row.communityId,
    op: "post",
    at: now,
    subjectId: `undelivered:${questionId}:${why}:${row.id}`,
  } as const;
  if (match[2] === "asker") {
    const channel = await tx.channel.findFirst({
      where: { communityId: row.communityId, purpose: "intake" },
      include: { space: true },
    });
    if (channel === null) return;
    const target = { kind: "thread", id: questionId } as const;
    await enqueue(tx, core, {
      ...base,
      kind: "team-notice",
      conversation: `q:${questionId}:team`,
      platform: channel.space.platform,
      target,
    });
    return;
  }
  const account = await tx.account.findFirst({ where: { memberId: question.askerId } });
  if (account === null) return;
  const target = { kind: "member", id: question.askerId } as const;
  await enqueue(tx, core, {
    ...base,
    kind: "notice",
    conversation: `q:${questionId}:asker`,
    platform: account.platform,
    target,
  });
}

/** Direct messages are closed: what was said waits in the inbox, and what follows does too until the member chooses anew. */
async function closeToDirect(tx: Tx, core: Core, row: DeliveryRow, now: Date): Promise<void> {
  await tx.member.updateMany({ where: { id: row.targetId, reach: "dm" }, data: { reach: "inbox" } });
  await keepForInbox(tx, core, row, now);
}

/** The member is reached by their inbox alone: it waits there, and the team learns that it does. */
export async function keepForInbox(tx: Tx, core: Core, row: DeliveryRow, now: Date): Promise<void> {
  const closed = { id: row.targetId, OR: [{ reach: "inbox" }, { state: { not: "active" } }] };
  if ((await tx.member.updateMany({ where: closed, data: { reach: "inbox" } })).count === 0)
    // They chose another way since: it goes that way.
    return settle(tx, row, now, { state: "ready", inMs: 0 });
  await settle(tx, row, now, { state: "dropped", trouble: "inbox" });
  const questionId = QUESTION.exec(row.conversation)?.[1];
  if (questionId === undefined || row.kind !== "answer") return;
  const channel = await tx.channel.findFirst({
    where: { communityId: row.communityId, purpose: "intake" },
    include: { space: true },
  });
  if (channel === null) return;
  await enqueue(tx, core, {
    communityId: row.communityId,
    conversation: `q:${questionId}:team`,
    op: "post",
    kind: "team-notice",
    subjectId: `in-inbox:${questionId}`,
    platform: channel.space.platform,
    target: { kind: "thread", id: questionId },
    at: now,
  });
}

/** What a failure means for its row: each trouble has one answer, and none is silence. */
export async function settleFailure(core: Core, row: DeliveryRow, trouble: DeliveryTrouble): Promise<void> {
  const { settleMs } = core.config.timing;
  const attempts = row.attempts + 1;
  if (row.state === "checking") return settleFailedCheck(core, row, trouble);
  await core.tx(async (tx, now) => {
    switch (trouble.why) {
      case "rate-limited": {
        const jitter = 1 + (core.randomBytes(1)[0] ?? 0) / 2560;
        return settle(tx, row, now, {
          state: "ready",
          inMs: trouble.retryAfterMs * jitter,
          trouble: trouble.why,
        });
      }
      case "not-sent":
        return settle(tx, row, now, {
          state: "ready",
          inMs: backoffMs(core, attempts),
          attempts,
          trouble: trouble.why,
        });
      case "ambiguous":
        return settle(tx, row, now, {
          // What can be done twice is done again.
          state: row.op === "remove" || row.op === "restrain" ? "ready" : "unknown",
          inMs: settleMs,
          trouble: trouble.why,
        });
      case "signed-out":
        return settle(tx, row, now, { state: "ready", inMs: backoffMs(core, 6), trouble: trouble.why });
      case "closed":
        return row.targetKind === "member" && row.op === "post"
          ? closeToDirect(tx, core, row, now)
          : giveUp(tx, core, row, now, trouble.why, "unreachable");
      case "gone":
        return gone(tx, core, row, now);
      case "forbidden":
        if (attempts < MOST_ATTEMPTS)
          return settle(tx, row, now, {
            state: "ready",
            inMs: backoffMs(core, attempts),
            attempts,
            trouble: `forbidden:${trouble.what}`,
          });
        return giveUp(tx, core, row, now, `forbidden:${trouble.what}`, "unreachable");
      case "rejected":
        return giveUp(tx, core, row, now, `rejected:${trouble.what}`, "refused");
    }
  });
  core.wake();
}

/** A check that failed leaves the send as unclear as it was; only one that was really made counts. */
async function settleFailedCheck(core: Core, row: DeliveryRow, trouble: DeliveryTrouble): Promise<void> {
  const { why } = trouble;
  if (why !== "rate-limited" && why !== "signed-out" && why !== "not-sent") return settleUnclear(core, row);
  const inMs = why === "rate-limited" ? trouble.retryAfterMs : backoffMs(core, 6);
  await core.tx((tx, now) => settle(tx, row, now, { state: "unknown", inMs, trouble: why }));
}

async function giveUp(
  tx: Tx,
  core: Core,
  row: DeliveryRow,
  now: Date,
  trouble: string,
  why: "unreachable" | "refused",
): Promise<void> {
  await settle(tx, row, now, { state: "dead", trouble });
  core.log.error("delivery.dead", {
    delivery: row.id,
    kind: row.kind,
    platform: row.platform,
    code: trouble,
  });
  if (takesAway(row)) await renewTakenBack(tx, core, { conversation: row.conversation, at: now });
  if (row.op === "restrain" && row.kind === "restraint") await tellOfRestraint(tx, core, row, now);
  if (row.op === "post" && row.kind === "peer-hello") await endUnopened(tx, core, row.subjectId, now);
  await tellOtherSide(tx, core, row, now, why);
}

/** The message or the thread was deleted by somebody else: nothing stands to be edited, and a thread is opened anew. */
async function gone(tx: Tx, core: Core, row: DeliveryRow, now: Date): Promise<void> {
  if (row.op === "post" && row.attempts < MOST_ATTEMPTS && row.targetKind === "member") {
    await tx.account.updateMany({
      where: { memberId: row.targetId, platform: row.platform },
      data: { threadSealed: null },
    });
    return settle(tx, row, now, { state: "ready", inMs: 0, attempts: row.attempts + 1, trouble: "gone" });
  }
  if (row.op === "post" || row.op === "restrain") return giveUp(tx, core, row, now, "gone", "unreachable");
  const { kind, subjectId, platform, targetKind, targetId } = row;
  await tx.copy.updateMany({
    where: { kind, subjectId, platform, targetKind, targetId, removedAtMs: null },
    data: { removedAtMs: BigInt(now.getTime()) },
  });
  await settle(tx, row, now, { state: "done", trouble: "gone" });
  if (takesAway(row)) await renewTakenBack(tx, core, { conversation: row.conversation, at: now });
}
