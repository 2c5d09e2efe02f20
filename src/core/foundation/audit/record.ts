import type { Tx } from "#core/foundation/store/open-store.ts";
import { type AuditDetail, canonicalJson } from "./canonical-json.ts";
import { formatHead, HEAD_NAME, hashOf, idOf, lockHead, parseHead } from "./chain.ts";

export interface AuditFacts {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly communityId?: string | null;
  /** Who did it: a member's id, or "system". */
  readonly actor: string;
  /** What was done, in the past: "question.claimed". */
  readonly verb: string;
  /** To what: an id. */
  readonly subject: string;
  readonly detail?: AuditDetail;
}

/**
 * Appends one entry in the transaction of the act, so that neither stands without the other. Holds the log's head until
 * the transaction ends: call it late, after the rows that others fight over. Throws when a string is longer than 200
 * characters or a number is not whole; the act then fails too.
 */
export async function record(tx: Tx, facts: AuditFacts): Promise<void> {
  const head = parseHead(await lockHead(tx));
  const entry = {
    seq: head.seq + 1n,
    atMs: BigInt(facts.at),
    communityId: facts.communityId ?? null,
    actor: facts.actor,
    verb: facts.verb,
    subject: facts.subject,
    detail: canonicalJson(facts.detail ?? {}),
  };
  const hash = hashOf(head.hash, entry);
  await tx.auditEntry.create({ data: { ...entry, id: idOf(hash), prev: head.hash, hash } });
  await tx.meta.update({
    where: { name: HEAD_NAME },
    data: { value: formatHead({ seq: entry.seq, hash }) },
  });
}
