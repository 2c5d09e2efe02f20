import type { Core } from "#core/core.ts";

/** Is anything still to be sent or handled? What waits for a human or for a platform to come back counts too. */
export async function pendingWork(core: Pick<Core, "db">): Promise<boolean> {
  const [deliveries, arrivals] = await Promise.all([
    core.db.delivery.count({ where: { state: { in: ["ready", "sending", "unknown", "checking"] } } }),
    core.db.arrival.count({ where: { state: "waiting" } }),
  ]);
  return deliveries + arrivals > 0;
}
