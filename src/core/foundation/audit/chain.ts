import { createHash } from "node:crypto";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { canonicalJson } from "./canonical-json.ts";

/** The newest entry's number and hash; number 0 and zeros before the first. */
export interface Head {
  readonly seq: bigint;
  readonly hash: string;
}

/** What an entry's hash covers, beside the hash of the entry before it. */
export interface Entry {
  readonly seq: bigint;
  readonly atMs: bigint;
  readonly communityId: string | null;
  readonly actor: string;
  readonly verb: string;
  readonly subject: string;
  readonly detail: string;
}

export const HEAD_NAME = "audit.head";
export const GENESIS: Head = { seq: 0n, hash: "0".repeat(64) };

/** A leaf of RFC 6962 starts with a zero byte, so that a Merkle tree can be built over the same entries later. */
const LEAF = Uint8Array.of(0);

/** SHA-256 over the leaf mark, the hash of the entry before, and the entry in canonical JSON. 64 hex digits. */
export function hashOf(prev: string, entry: Entry): string {
  const detail = createHash("sha256").update(entry.detail, "utf8").digest("hex");
  const content = canonicalJson({
    seq: entry.seq.toString(),
    at: entry.atMs.toString(),
    community: entry.communityId,
    actor: entry.actor,
    verb: entry.verb,
    subject: entry.subject,
    detail,
  });
  return createHash("sha256")
    .update(LEAF)
    .update(Buffer.from(prev, "hex"))
    .update(content, "utf8")
    .digest("hex");
}

/** An entry's id follows from its hash, so that it cannot be changed alone. */
export function idOf(hash: string): string {
  return hash.slice(0, 32);
}

export const formatHead = ({ seq, hash }: Head) => `${seq}:${hash}`;

/** Throws on anything that formatHead() did not write. */
export function parseHead(text: string): Head {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new Error("the audit log's head is not readable");
  return { seq: BigInt(seq), hash };
}

/**
 * Reads the head and keeps everybody else from appending until this transaction ends: then the order of commits is
 * the order of numbers, also on PostgreSQL. One statement, which makes the row when it is missing.
 */
export async function lockHead(tx: Tx): Promise<string> {
  const rows = await tx.$queryRaw<{ value: string }[]>`
    INSERT INTO "Meta" ("name", "value") VALUES (${HEAD_NAME}, ${formatHead(GENESIS)})
    ON CONFLICT ("name") DO UPDATE SET "value" = "Meta"."value" RETURNING "value"`;
  const value = rows[0]?.value;
  if (value === undefined) throw new Error("the audit log's head could not be locked");
  return value;
}
