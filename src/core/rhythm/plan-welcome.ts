import type { Tx } from "#core/foundation/store/open-store.ts";
import { USUAL_SLOT } from "./week.ts";

/** Not with the receipt of joining, and on the same day. */
export const WELCOME_MS = 90 * 60_000;

/** Plans the one welcome of whoever joins, in the transaction in which they do; whoever had one, or is to have one, gets no second. */
export async function planWelcome(
  tx: Tx,
  {
    memberId,
    communityId,
    platform,
    now,
  }: { memberId: string; communityId: string; platform: string; now: Date },
): Promise<void> {
  if ((await tx.rhythm.count({ where: { memberId } })) > 0) return;
  const welcomeAt = new Date(now.getTime() + WELCOME_MS);
  await tx.rhythm.create({ data: { memberId, communityId, platform, welcomeAt, ...USUAL_SLOT } });
}
