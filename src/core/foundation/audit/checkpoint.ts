import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Db, Tx } from "#core/foundation/store/open-store.ts";
import { formatHead, GENESIS, type Head, lockHead, parseHead } from "./chain.ts";

/** A signed head: "the log had these entries". Kept in Meta; publishing it elsewhere is what makes it strong. */
export interface Checkpoint extends Head {
  readonly at: number;
  readonly signature: Buffer;
}

const PREFIX = "audit.checkpoint.";

/** Fixed width, so that names sort as numbers do. */
const nameFor = (seq: bigint) => `${PREFIX}${seq.toString().padStart(16, "0")}`;

function signedText(head: Head, at: number): Buffer {
  return Buffer.from(`curbside audit checkpoint v1\n${formatHead(head)}\n${at}\n`, "utf8");
}

/** Signs the log as it stands. Returns false when there is nothing new to sign. `at` is in milliseconds. */
export async function writeCheckpoint(
  tx: Tx,
  { auditKey, at }: { auditKey: KeyObject; at: number },
): Promise<boolean> {
  const head = parseHead(await lockHead(tx));
  const name = nameFor(head.seq);
  if (head.seq === GENESIS.seq || (await tx.meta.findUnique({ where: { name } })) !== null) return false;
  const signature = sign(null, signedText(head, at), auditKey).toString("base64url");
  await tx.meta.create({ data: { name, value: `${formatHead(head)}:${at}:${signature}` } });
  return true;
}

/** All checkpoints by entry number, oldest first. One that was tampered with beyond reading is `undefined`. */
export async function readCheckpoints(db: Db | Tx): Promise<(Checkpoint | undefined)[]> {
  const rows = await db.meta.findMany({ where: { name: { startsWith: PREFIX } }, orderBy: { name: "asc" } });
  return rows.map(({ name, value }) => {
    const [, seq, hash, at, signature] = /^(\d+):([0-9a-f]{64}):(\d+):([\w-]+)$/.exec(value) ?? [];
    if (seq === undefined || hash === undefined || signature === undefined) return undefined;
    if (nameFor(BigInt(seq)) !== name) return undefined;
    return { seq: BigInt(seq), hash, at: Number(at), signature: Buffer.from(signature, "base64url") };
  });
}

/** `key` is the private or the public half. */
export function isSigned(checkpoint: Checkpoint, key: KeyObject): boolean {
  const publicKey = key.type === "private" ? createPublicKey(key) : key;
  return verify(null, signedText(checkpoint, checkpoint.at), publicKey, checkpoint.signature);
}
