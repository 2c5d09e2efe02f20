import type { Core } from "#core/core.ts";
import { giveBackHeld } from "./give-back-held.ts";

const AT_ONCE = 50;

/** An answer that nobody looked at in time is not sent: its question waits again. Gives how many. */
export async function lapseLooksDue(core: Core): Promise<number> {
  const due = await core.db.question.findMany({
    where: { status: "held", leaseEndsAt: { lte: core.clock.now() } },
    take: AT_ONCE,
  });
  let lapsed = 0;
  for (const question of due)
    if (await core.tx((tx, now) => giveBackHeld(tx, core, { question, about: "look-lapsed", now })))
      lapsed += 1;
  if (lapsed > 0) core.wake();
  return lapsed;
}
