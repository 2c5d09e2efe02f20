import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdPair } from "../pairs/own-pair.ts";
import { postCheck } from "./tell.ts";
import { asTouch, TOUCHES, WAIT_MS } from "./touch.ts";

const AT_ONCE = 50;

async function askOne(tx: Tx, core: Core, pairId: string, now: Date): Promise<boolean> {
  await holdPair(tx, pairId);
  const mentoring = await tx.mentoring.findUnique({
    where: { pairId },
    include: { pair: { include: { sides: true } } },
  });
  if (mentoring === null || mentoring.dueAt === null || mentoring.dueAt > now) return false;
  const { pair, mentorId, round } = mentoring;
  const moves = TOUCHES[asTouch(mentoring.touch)];
  if (mentoring.endedAt !== null || pair.state !== "together") {
    await tx.mentoring.update({ where: { pairId }, data: { dueAt: null } });
    return false;
  }
  if ("wait" in moves) {
    await tx.mentoring.update({ where: { pairId }, data: { touch: moves.wait, dueAt: null } });
    for (const { memberId } of pair.sides.filter((side) => side.memberId !== mentorId))
      await postCheck(tx, core, pair, { memberId, step: "other", round, at: now });
    return true;
  }
  const next = { touch: moves.ask, round: round + 1, dueAt: new Date(now.getTime() + WAIT_MS) };
  await tx.mentoring.update({ where: { pairId }, data: next });
  for (const { memberId } of pair.sides)
    await postCheck(tx, core, pair, { memberId, step: "touch", round: next.round, at: now });
  return true;
}

/** Asks both of a pair with a mentor whether they are in touch, each privately. Gives how many pairs were asked. */
export async function askMentorsDue(core: Core): Promise<number> {
  const due = await core.db.mentoring.findMany({
    where: { dueAt: { lte: core.clock.now() } },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });
  let asked = 0;
  for (const { pairId } of due) if (await core.tx((tx, now) => askOne(tx, core, pairId, now))) asked += 1;
  if (asked > 0) core.wake();
  return asked;
}
