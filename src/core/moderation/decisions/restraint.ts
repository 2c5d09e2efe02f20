import type { Core } from "#core/core.ts";
import { enqueueNext } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import type { Restraint } from "#core/messenger.ts";
import { endAllOf } from "#core/peers/end-all-of.ts";
import { endForDecision } from "#core/peers/mentors/end-for-decision.ts";
import { giveBackAll } from "#core/questions/give-back-all.ts";
import { pauseAllOf, resumeAllOf } from "#core/questions/pause-all.ts";
import { actionOf, gravest, kindOf } from "./action.ts";

/** A member; or the account of somebody who is none, by its blind index. */
type About = { readonly subjectMemberId: string } | { readonly case: { readonly accountKey: string } };

const latest = (ends: readonly (Date | null)[]): Date | undefined =>
  ends.some((end) => end === null)
    ? undefined
    : new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0)));

/** What somebody may do now, by the decisions that stand: the gravest counts, until the last of its kind ends. */
export async function restraintOf(tx: Tx, about: About, now: Date): Promise<Restraint> {
  const decisions = await tx.decision.findMany({
    where: { ...about, state: "standing", OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
  });
  const made = decisions.flatMap(({ action, endsAt, pauseUntil }) => {
    if (pauseUntil !== null && pauseUntil > now) return [{ makes: "timed-out", endsAt: pauseUntil } as const];
    const { makes } = kindOf(actionOf(action));
    return makes === undefined ? [] : [{ makes, endsAt }];
  });
  const is = gravest(made.map(({ makes }) => makes));
  const until = latest(made.filter(({ makes }) => makes === is).map(({ endsAt }) => endsAt));
  if (is === undefined) return { is: "free" };
  if (is === "timed-out") return { is, until: until ?? now };
  return is === "removed" ? { is } : { is, until };
}

const STATES = { free: "active", "timed-out": "active", removed: "removed", banned: "banned" } as const;

/** May not answer while a decision of that kind stands. */
async function isBarred(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const standing = await tx.decision.count({
    where: {
      subjectMemberId: memberId,
      action: "suspend-provider",
      state: "standing",
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
    },
  });
  return standing > 0;
}

export const restraintLine = (memberId: string, platform: string): string =>
  `member:${memberId}:moderation:${platform}`;

/** All decisions about one account that is no member's, in their order. */
export const outsiderLine = (accountKey: string): string => `account:${accountKey}:moderation`;

/**
 * Makes a member what the decisions that stand say, here and through the outbox on every platform where they are. What they
 * held waits again; what they asked is paused while they cannot be reached.
 */
export async function restrainMember(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  // Of two decisions at once the later one reads the earlier one too.
  await holdMember(tx, memberId);
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { accounts: true },
  });
  // Whoever left or was erased is not brought back by the end of a decision.
  if (member.state === "left" || member.state === "erased") return;
  const restraint = await restraintOf(tx, { subjectMemberId: memberId }, now);
  const state = STATES[restraint.is];
  const barred = await isBarred(tx, memberId, now);
  await tx.member.update({
    where: { id: memberId },
    data: {
      state,
      silencedUntil: restraint.is === "timed-out" ? restraint.until : null,
      barredAt: barred ? (member.barredAt ?? now) : null,
    },
  });
  if (state !== "active" || barred || restraint.is === "timed-out")
    await giveBackAll(tx, core, { memberId, now });
  if (state !== "active" && member.state === "active") {
    await pauseAllOf(tx, core, { memberId, now });
    await endAllOf(tx, core, { memberId, now });
  }
  if (barred || restraint.is === "timed-out") await endForDecision(tx, core, { memberId, now });
  if (state === "active" && member.state !== "active") await resumeAllOf(tx, core, { memberId, now });
  for (const { id, platform } of member.accounts)
    await enqueueNext(tx, core, {
      communityId: member.communityId,
      conversation: restraintLine(memberId, platform),
      op: "restrain",
      kind: "restraint",
      subjectId: memberId,
      platform,
      target: { kind: "account", id },
      at: now,
    });
}

/** The same for somebody who is no member, on the platform of the case about them; all decisions about their account count. */
export async function restrainOutsider(
  tx: Tx,
  core: Core,
  {
    caseId,
    accountKey,
    communityId,
    platform,
    now,
  }: { caseId: string; accountKey: string; communityId: string; platform: string; now: Date },
): Promise<void> {
  await enqueueNext(tx, core, {
    communityId,
    conversation: outsiderLine(accountKey),
    op: "restrain",
    kind: "restraint",
    subjectId: caseId,
    platform,
    target: { kind: "outsider", id: caseId },
    at: now,
  });
}
