import type { Core } from "#core/core.ts";
import { empty, join, raw, type Sql, sql } from "#core/foundation/store/sql.ts";

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

export interface Share {
  readonly platform: string;
  /** How many of its conversations may be picked now. */
  readonly limit: number;
}

/** The row as the database's raw answer has it: numbers may come as either kind. */
type RawRow = {
  readonly [K in keyof DeliveryRow]: DeliveryRow[K] extends string ? string : number | bigint | null;
};

function rowOf(raw: RawRow): DeliveryRow {
  return {
    ...raw,
    seq: BigInt(raw.seq ?? 0),
    version: Number(raw.version),
    attempts: Number(raw.attempts),
    checks: Number(raw.checks),
    epoch: Number(raw.epoch),
    triedAtMs: raw.triedAtMs === null ? null : BigInt(raw.triedAtMs),
  };
}

/** The heads of one platform's conversations that are due. */
function heads({ platform, limit }: Share, at: bigint): Sql {
  return sql`
    SELECT d."id" FROM "Delivery" d
    WHERE d."platform" = ${platform} AND d."state" IN ('ready', 'sending', 'unknown', 'checking') AND d."dueAtMs" <= ${at}
      AND NOT EXISTS (
        SELECT 1 FROM "Delivery" e
        WHERE e."conversation" = d."conversation" AND e."seq" < d."seq"
          AND e."state" IN ('ready', 'sending', 'unknown', 'checking'))
    ORDER BY d."dueAtMs", d."seq" LIMIT ${limit}`;
}

/**
 * Picks the heads of conversations that are due, in one statement: `ready` becomes `sending`; what is unclear (`unknown`,
 * or a pick whose lease ran out) becomes `checking`. A conversation's later rows wait for its head.
 */
export async function pickDue(
  core: Core,
  { owner, shares }: { owner: string; shares: readonly Share[] },
): Promise<DeliveryRow[]> {
  if (shares.length === 0) return [];
  const at = BigInt(core.clock.now().getTime());
  const lease = at + BigInt(Math.ceil(core.config.timing.sendLeaseMs));
  const lock = core.store.engine === "sqlite" ? empty : raw("FOR UPDATE SKIP LOCKED");
  const due = join(
    shares.map((share) => sql`"id" IN (${heads(share, at)} ${lock})`),
    " OR ",
  );
  const picked = await core.db.$queryRaw<RawRow[]>(sql`
    UPDATE "Delivery"
    SET "triedAtMs" = CASE "state" WHEN 'ready' THEN ${at} ELSE "triedAtMs" END,
        "state" = CASE "state" WHEN 'ready' THEN 'sending' ELSE 'checking' END,
        "owner" = ${owner}, "epoch" = "epoch" + 1, "dueAtMs" = ${lease}
    WHERE ${due}
    RETURNING "id", "communityId", "conversation", "seq", "op", "kind", "subjectId", "version", "platform",
      "targetKind", "targetId", "state", "attempts", "checks", "epoch", "triedAtMs"`);
  return picked.map(rowOf).sort((one, other) => (one.seq < other.seq ? -1 : 1));
}
