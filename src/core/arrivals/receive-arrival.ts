import type { Core } from "#core/core.ts";

export interface Received {
  readonly arrivalId: string;
  /** False when the platform told us the same before, however long ago. */
  readonly isNew: boolean;
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
  return core
    .tx(async (tx, now) => {
      const known = await tx.arrival.findUnique({ where: { sourceKey }, select: { id: true } });
      if (known !== null) return { arrivalId: known.id, isNew: false };
      const at = BigInt(now.getTime());
      const payloadSealed = await core.vault.seal(
        tx,
        "system",
        { table: "Arrival", column: "payloadSealed", row: id },
        arrival.payload,
      );
      // Of two that read nothing at once, the unique key lets one in; the other's transaction fails and is told so below.
      await tx.arrival.create({
        data: {
          id,
          sourceKey,
          platform: arrival.platform,
          kind: arrival.kind,
          payloadSealed,
          receivedAtMs: at,
          dueAtMs: at + BigInt(Math.ceil(core.config.timing.sendLeaseMs)),
        },
      });
      return { arrivalId: id, isNew: true };
    })
    .catch(async (error: unknown) => {
      const known = await core.db.arrival.findUnique({ where: { sourceKey }, select: { id: true } });
      if (known === null) throw error;
      return { arrivalId: known.id, isNew: false };
    });
}
