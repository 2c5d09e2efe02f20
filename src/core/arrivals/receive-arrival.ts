import type { Core } from "#core/core.ts";

export interface Received {
  readonly arrivalId: string;
  /** False when the platform told us the same before, however long ago. */
  readonly isNew: boolean;
  /** True when it was told before and needs nothing more. */
  readonly isOver: boolean;
}

/**
 * Stores what a platform told us, sealed, before it is acknowledged. `sourceKey` names the act itself (never a delivery
 * attempt of the platform) and is kept for ever as a blind index, so the same act is taken once.
 */
export async function receiveArrival(
  core: Core,
  arrival: { sourceKey: string; platform: string; kind: string; payload: string },
): Promise<Received> {
  const sourceKey = core.vault.blindIndex(`${arrival.platform}|arrival`, arrival.sourceKey);
  const id = core.newId();
  const at = BigInt(core.clock.now().getTime());
  const place = { table: "Arrival", column: "payloadSealed", row: id };
  const payloadSealed = await core.vault.seal(core.db, "system", place, arrival.payload);
  const { platform, kind } = arrival;
  const dueAtMs = at + BigInt(Math.ceil(core.config.timing.sendLeaseMs));
  try {
    await core.db.arrival.create({
      data: { id, sourceKey, platform, kind, payloadSealed, receivedAtMs: at, dueAtMs },
    });
    return { arrivalId: id, isNew: true, isOver: false };
  } catch (error) {
    // The unique key lets one in, however many come at once.
    const known = await core.db.arrival.findUnique({ where: { sourceKey } });
    if (known === null) throw error;
    return { arrivalId: known.id, isNew: false, isOver: known.state !== "waiting" };
  }
}
