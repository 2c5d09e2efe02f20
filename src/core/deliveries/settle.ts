import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Sql, sql } from "#core/foundation/store/sql.ts";
import type { DeliveryRow } from "./pick.ts";

/** Another worker has picked this delivery since: whatever this one learnt must not be written. */
export class Fenced extends Error {
  constructor() {
    super("picked by another worker since");
    this.name = "Fenced";
  }
}

/** Does it take something away, so that the receipt of a take-back depends on it? */
export function takesAway({ op, kind }: Pick<DeliveryRow, "op" | "kind">): boolean {
  return op === "remove" || (op === "edit" && kind === "triage");
}

export interface Settlement {
  readonly state: "ready" | "sending" | "unknown" | "done" | "dead" | "dropped";
  /** From now, in milliseconds; only for states that are picked again. */
  readonly inMs?: number;
  readonly trouble?: string;
  readonly attempts?: number;
  readonly checks?: number;
}

/** Writes how a pick ended, unless it was picked again since: then throws Fenced. */
export async function settle(tx: Tx, row: DeliveryRow, now: Date, end: Settlement): Promise<void> {
  const over = end.state === "done" || end.state === "dead" || end.state === "dropped";
  const at = now.getTime();
  const { count } = await tx.delivery.updateMany({
    where: { id: row.id, epoch: row.epoch, state: { in: ["sending", "checking"] } },
    data: {
      state: end.state,
      trouble: end.trouble ?? null,
      ...(end.inMs === undefined ? {} : { dueAtMs: BigInt(Math.ceil(at + end.inMs)) }),
      ...(end.attempts === undefined ? {} : { attempts: end.attempts }),
      ...(end.checks === undefined ? {} : { checks: end.checks }),
      ...(over ? { settledAtMs: BigInt(at), owner: null } : {}),
    },
  });
  if (count === 0) throw new Fenced();
}

/** A lease of which at most this share is used up need not be renewed before a send. */
const FRESH = 0.25;

/** How this pick stands, and how many later orders make it needless: an edit's later edits, and any removal of its card. */
function standing(row: DeliveryRow): Sql {
  const overtakes = row.op === "edit" ? sql`l."op" IN ('edit', 'remove')` : sql`l."op" = 'remove'`;
  return sql`
    SELECT d."dueAtMs", (
      SELECT COUNT(*) FROM "Delivery" l
      WHERE l."conversation" = ${row.conversation} AND l."seq" > ${row.seq} AND l."state" = 'ready' AND ${overtakes}
        AND l."kind" = ${row.kind} AND l."subjectId" = ${row.subjectId} AND l."platform" = ${row.platform}
        AND l."targetKind" = ${row.targetKind} AND l."targetId" = ${row.targetId}) AS "later"
    FROM "Delivery" d WHERE d."id" = ${row.id} AND d."epoch" = ${row.epoch} AND d."state" = ${row.state}`;
}

/**
 * Still ours? Throws Fenced if not: a worker that was paused must not speak for a pick that it lost. Renews a lease that
 * is no longer fresh; a send that starts that late is noted as tried now. Tells whether a later edit or removal of the
 * same card, not begun yet, makes this one needless.
 */
export async function hold(
  tx: Tx,
  core: Pick<Core, "config">,
  row: DeliveryRow,
  now: Date,
): Promise<{ overtaken: boolean }> {
  const at = now.getTime();
  const { sendLeaseMs } = core.config.timing;
  const [ours] = await tx.$queryRaw<{ dueAtMs: number | bigint; later: number | bigint }[]>(standing(row));
  if (ours === undefined) throw new Fenced();
  const held = { overtaken: row.op !== "remove" && Number(ours.later) > 0 };
  if (Number(ours.dueAtMs) >= at + sendLeaseMs * (1 - FRESH)) return held;
  const where = { id: row.id, epoch: row.epoch, state: row.state };
  const { count } = await tx.delivery.updateMany({
    where,
    data: {
      dueAtMs: BigInt(Math.ceil(at + sendLeaseMs)),
      ...(row.state === "sending" ? { triedAtMs: BigInt(at) } : {}),
    },
  });
  if (count === 0) throw new Fenced();
  return held;
}

/** Grows with each attempt, from one poll to about five minutes. */
export function backoffMs(core: Pick<Core, "config">, attempts: number): number {
  return core.config.timing.pollMs * Math.min(2 ** attempts, 300);
}
