import type { Core } from "#core/core.ts";

/** A picked delivery. `epoch` is the fence: what settles it must still hold this very pick. */
export interface DeliveryRow {
  readonly id: string;
  readonly communityId: string;
  readonly conversation: string;
  readonly seq: bigint;
  readonly op: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly version: number;
  readonly platform: string;
  readonly targetKind: string;
  readonly targetId: string;
  readonly state: string;
  readonly attempts: number;
  readonly checks: number;
  readonly epoch: number;
  readonly triedAtMs: bigint | null;
}

interface Pick {
  readonly platform: string;
  readonly owner: string;
  readonly limit: number;
}

/**
 * Picks the heads of conversations that are due, in one statement: `ready` becomes `sending`; what is unclear (`unknown`,
 * or a pick whose lease ran out) becomes `checking`. A conversation's later rows wait for its head.
 */
export async function pickDue(core: Core, { platform, owner, limit }: Pick): Promise<DeliveryRow[]> {
  const picked = await core.tx(async (tx, now) => {
    const at = BigInt(now.getTime());
    const lease = at + BigInt(Math.ceil(core.config.timing.sendLeaseMs));
    return core.store.engine === "sqlite"
      ? tx.$queryRaw<{ id: string; epoch: number | bigint }[]>`
          UPDATE "Delivery"
          SET "triedAtMs" = CASE "state" WHEN 'ready' THEN ${at} ELSE "triedAtMs" END,
              "state" = CASE "state" WHEN 'ready' THEN 'sending' ELSE 'checking' END,
              "owner" = ${owner}, "epoch" = "epoch" + 1, "dueAtMs" = ${lease}
          WHERE "id" IN (
            SELECT d."id" FROM "Delivery" d
            WHERE d."platform" = ${platform} AND d."state" IN ('ready', 'sending', 'unknown', 'checking') AND d."dueAtMs" <= ${at}
              AND NOT EXISTS (
                SELECT 1 FROM "Delivery" e
                WHERE e."conversation" = d."conversation" AND e."seq" < d."seq"
                  AND e."state" IN ('ready', 'sending', 'unknown', 'checking'))
            ORDER BY d."dueAtMs", d."seq" LIMIT ${limit})
          RETURNING "id", "epoch"`
      : tx.$queryRaw<{ id: string; epoch: number | bigint }[]>`
          UPDATE "Delivery"
          SET "triedAtMs" = CASE "state" WHEN 'ready' THEN ${at} ELSE "triedAtMs" END,
              "state" = CASE "state" WHEN 'ready' THEN 'sending' ELSE 'checking' END,
              "owner" = ${owner}, "epoch" = "epoch" + 1, "dueAtMs" = ${lease}
          WHERE "id" IN (
            SELECT d."id" FROM "Delivery" d
            WHERE d."platform" = ${platform} AND d."state" IN ('ready', 'sending', 'unknown', 'checking') AND d."dueAtMs" <= ${at}
              AND NOT EXISTS (
                SELECT 1 FROM "Delivery" e
                WHERE e."conversation" = d."conversation" AND e."seq" < d."seq"
                  AND e."state" IN ('ready', 'sending', 'unknown', 'checking'))
            ORDER BY d."dueAtMs", d."seq" LIMIT ${limit}
            FOR UPDATE SKIP LOCKED)
          RETURNING "id", "epoch"`;
  });
  if (picked.length === 0) return [];
  const epochs = new Map(picked.map(({ id, epoch }) => [id, Number(epoch)]));
  const rows = await core.db.delivery.findMany({
    where: { id: { in: [...epochs.keys()] }, owner },
    orderBy: { seq: "asc" },
  });
  return rows.filter(({ id, epoch }) => epochs.get(id) === epoch);
}
