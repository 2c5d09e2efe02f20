import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isAwaited } from "./standing-alert.ts";
import { refreshAlert, tellMember } from "./tell.ts";

/** What the ones who are worried wrote; it is read once, by whoever takes the alert, and forgotten with that. */
async function takeWhys(
  tx: Tx,
  core: Core,
  { alertId, communityId }: { alertId: string; communityId: string },
): Promise<string[]> {
  const worries = await tx.worry.findMany({ where: { alertId }, orderBy: { createdAt: "asc" } });
  const whys: string[] = [];
  for (const { id, whySealed } of worries) {
    if (whySealed === null) continue;
    const place = { table: "Worry", column: "whySealed", row: id };
    whys.push(await core.vault.open(tx, { communityId }, place, whySealed));
  }
  if (whys.length > 0) await tx.worry.updateMany({ where: { alertId }, data: { whySealed: null } });
  return whys;
}

/**
 * "I'm on it": the first person with a moderator's role or with standing takes it, the others see who, and the member
 * learns that somebody is here, unless they know nothing of the alert. Gives what the ones who are worried wrote.
 */
export async function takeAlert(
  core: Core,
  { actor, alertId }: { actor: Actor; alertId: string },
): Promise<{ memberIsTold: boolean; whys: readonly string[] }> {
  const taken = await core.tx(async (tx, now) => {
    const alert = await tx.crisisAlert.findUnique({ where: { id: alertId } });
    if (alert === null || alert.communityId !== actor.communityId)
      throw refuse("not_found", { what: "alert" });
    const { communityId, memberId } = alert;
    authorise(actor, "crisis.take", { communityId, ...(memberId === null ? {} : { ownerId: memberId }) });
    if (!actor.roles.some((role) => role === "moderator" || role === "admin"))
      await requireStanding(tx, actor, now);
    const [held] = await tx.crisisAlert.updateManyAndReturn({
      where: { id: alertId, takenById: null },
      data: { takenById: actor.memberId, takenAt: now },
    });
    if (held === undefined) {
      const { takenById } = await tx.crisisAlert.findUniqueOrThrow({ where: { id: alertId } });
      const holder = await tx.member.findUnique({ where: { id: takenById ?? "" } });
      throw refuse("already_taken", { by: holder?.pseudonym ?? "somebody" });
    }
    await refreshAlert(tx, core, held, now);
    const memberIsTold = memberId !== null && isAwaited(held);
    if (memberIsTold)
      await tellMember(tx, core, {
        communityId,
        memberId,
        about: "somebody-is-here",
        subject: alertId,
        at: now,
      });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "alert.taken",
      subject: alertId,
    });
    return { memberIsTold, whys: await takeWhys(tx, core, { alertId, communityId }) };
  });
  core.wake();
  return taken;
}
