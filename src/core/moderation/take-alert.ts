import { type Actor, authorise } from "#core/access.ts";
import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** "I'm on it": the first person with a moderator's role or with standing takes it, the others see who, and the member learns that somebody is here. */
export async function takeAlert(
  core: Core,
  { actor, alertId }: { actor: Actor; alertId: string },
): Promise<void> {
  await core.tx(async (tx, now) => {
    const alert = await tx.crisisAlert.findUnique({ where: { id: alertId } });
    if (alert === null || alert.communityId !== actor.communityId)
      throw refuse("not_found", { what: "alert" });
    authorise(actor, "crisis.take", { communityId: alert.communityId, ownerId: alert.memberId });
    if (!actor.roles.some((role) => role === "moderator" || role === "admin"))
      await requireStanding(tx, actor, now);
    const [taken] = await tx.crisisAlert.updateManyAndReturn({
      where: { id: alertId, takenById: null },
      data: { takenById: actor.memberId, takenAt: now },
    });
    if (taken === undefined) {
      const { takenById } = await tx.crisisAlert.findUniqueOrThrow({ where: { id: alertId } });
      const holder = await tx.member.findUnique({ where: { id: takenById ?? "" } });
      throw refuse("already_taken", { by: holder?.pseudonym ?? "somebody" });
    }
    const { communityId } = alert;
    const channel = await channelFor(tx, { communityId, purpose: "crisis" });
    const again = [`again:${alertId}`, `alert:${alertId}:team-again`] as const;
    const told = [
      [alertId, `alert:${alertId}:team`] as const,
      ...(taken.escalatedAt === null ? [] : [again]),
    ];
    for (const [subjectId, conversation] of told)
      if (channel !== undefined)
        await enqueueEdit(tx, core, {
          communityId,
          conversation,
          kind: "crisis",
          subjectId,
          platform: channel.platform,
          target: { kind: "channel", id: channel.channelId },
          at: now,
        });
    const account = await tx.account.findFirst({ where: { memberId: alert.memberId } });
    if (account !== null)
      await enqueue(tx, core, {
        communityId,
        conversation: `alert:${alertId}:asker`,
        op: "post",
        kind: "crisis-support",
        subjectId: `somebody-is-here:${alertId}`,
        platform: account.platform,
        target: { kind: "member", id: alert.memberId },
        at: now,
      });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "alert.taken",
      subject: alertId,
    });
  });
  core.wake();
}
