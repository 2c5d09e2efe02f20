import type { Core } from "#core/core.ts";

const LATELY_MS = 7 * 86_400_000;

export interface StuckWork {
  /** Sent or not: three looks could not tell, so it is not sent again by guess. */
  readonly unclear: number;
  /** Given up in the last seven days. */
  readonly dead: number;
  /** Heard from a platform in the last seven days, and failed each time it was worked on. */
  readonly failed: number;
}

/** What only a person can settle. */
export async function stuckWork(core: Pick<Core, "db" | "clock">): Promise<StuckWork> {
  const since = BigInt(core.clock.now().getTime() - LATELY_MS);
  const [unclear, dead, failed] = await Promise.all([
    core.db.delivery.count({ where: { state: "unknown", trouble: "needs-human" } }),
    core.db.delivery.count({ where: { state: "dead", settledAtMs: { gte: since } } }),
    core.db.arrival.count({ where: { state: "failed", receivedAtMs: { gte: since } } }),
  ]);
  return { unclear, dead, failed };
}
