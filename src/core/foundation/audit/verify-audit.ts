import type { KeyObject } from "node:crypto";
import type { Db, Store, Tx } from "#core/foundation/store/open-store.ts";
import { GENESIS, type Head, hashOf, idOf, lockHead, parseHead } from "./chain.ts";
import { type Checkpoint, isSigned, readCheckpoints } from "./checkpoint.ts";

export type AuditTrouble =
  /** An entry is missing before this one. */
  | "gap"
  /** This entry does not follow the one before it. */
  | "link"
  /** This entry was changed. */
  | "content"
  /** Entries after this number are missing, or the head was changed. */
  | "head"
  /** A signed checkpoint says otherwise, or its signature is not ours. */
  | "checkpoint";

export type AuditReport =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly why: AuditTrouble };

export interface VerifyAudit {
  /** Told the number of entries checked so far, once a page. */
  readonly onProgress?: (entries: number) => void;
  /** The key that signs checkpoints, or its public half. Without it only their hashes are compared. */
  readonly auditKey?: KeyObject;
}

const PAGE = 1000;

class Broken extends Error {
  readonly seq: bigint;
  readonly why: AuditTrouble;

  constructor(seq: bigint, why: AuditTrouble) {
    super(why);
    this.seq = seq;
    this.why = why;
  }
}

/** Follows the chain from where it was left; the checkpoints it passes must agree. */
class Walk {
  at: Head = GENESIS;
  readonly #checkpoints: Map<bigint, Checkpoint>;

  constructor(checkpoints: readonly Checkpoint[]) {
    this.#checkpoints = new Map(checkpoints.map((checkpoint) => [checkpoint.seq, checkpoint]));
  }

  async page(db: Db | Tx): Promise<number> {
    const entries = await db.auditEntry.findMany({
      where: { seq: { gt: this.at.seq } },
      orderBy: { seq: "asc" },
      take: PAGE,
    });
    for (const entry of entries) {
      const seq = this.at.seq + 1n;
      if (entry.seq !== seq) throw new Broken(seq, "gap");
      if (entry.prev !== this.at.hash) throw new Broken(seq, "link");
      const hash = hashOf(entry.prev, entry);
      if (entry.hash !== hash || entry.id !== idOf(hash)) throw new Broken(seq, "content");
      const checkpoint = this.#checkpoints.get(seq);
      if (checkpoint !== undefined && checkpoint.hash !== hash) throw new Broken(seq, "checkpoint");
      this.at = { seq, hash };
    }
    return entries.length;
  }

  /** Throws when the log ends elsewhere than the head and the newest checkpoint say. */
  end(head: Head): void {
    const newest = [...this.#checkpoints.keys()].at(-1) ?? 0n;
    if (newest > this.at.seq) throw new Broken(this.at.seq + 1n, "checkpoint");
    if (head.seq !== this.at.seq || head.hash !== this.at.hash) throw new Broken(this.at.seq + 1n, "head");
  }
}

/**
 * Checks the whole log, a page at a time: numbers, links, hashes, the head, and signed checkpoints. Entries may be
 * appended meanwhile; only the last, short part is read while appending waits. `seq` names the first wrong entry.
 */
export async function verifyAudit(
  store: Store,
  { onProgress, auditKey }: VerifyAudit = {},
): Promise<AuditReport> {
  try {
    const walk = new Walk(await trustedCheckpoints(store.db, auditKey));
    while ((await walk.page(store.db)) === PAGE) onProgress?.(Number(walk.at.seq));
    await store.tx(async (tx) => {
      const head = await lockHead(tx);
      while ((await walk.page(tx)) > 0);
      walk.end(readable(head, walk.at.seq));
    });
    onProgress?.(Number(walk.at.seq));
    return { ok: true, entries: Number(walk.at.seq), head: walk.at.hash };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, seq: Number(error.seq), why: error.why };
    throw error;
  }
}

async function trustedCheckpoints(db: Db, auditKey: KeyObject | undefined): Promise<Checkpoint[]> {
  let last = GENESIS.seq;
  return (await readCheckpoints(db)).map((checkpoint) => {
    if (checkpoint === undefined || (auditKey !== undefined && !isSigned(checkpoint, auditKey)))
      throw new Broken(checkpoint?.seq ?? last + 1n, "checkpoint");
    last = checkpoint.seq;
    return checkpoint;
  });
}

function readable(head: string, seq: bigint): Head {
  try {
    return parseHead(head);
  } catch {
    throw new Broken(seq + 1n, "head");
  }
}
