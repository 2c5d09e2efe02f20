import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CardKind } from "#core/messenger.ts";

export type DeliveryOp = "post" | "edit" | "remove" | "restrain";

export interface Target {
  /**
   * A Channel's id, a question's id (in the thread under its triage card), a Member's id, an Account's id, a case's id (of
   * somebody who is no member), a pair's id, or the blind index of a post that is not ours. A shelf is a Channel's id too.
   */
  readonly kind: "channel" | "thread" | "member" | "account" | "outsider" | "pair" | "outside" | "shelf";
  readonly id: string;
}

export interface Order {
  readonly communityId: string;
  /** What keeps order: `q:<questionId>:team`, `q:<questionId>:asker`, `alert:<id>:team`, … */
  readonly conversation: string;
  readonly op: DeliveryOp;
  /** What is not ours to say has no card: it is only taken away, or what somebody may do, or where they sit, is changed. */
  readonly kind: CardKind | "post" | "restraint" | "seat";
  readonly subjectId: string;
  /** Tells two orders of the same op and card apart; the same order twice is one delivery. */
  readonly version?: number;
  readonly platform: string;
  readonly target: Target;
  readonly at: Date;
}

/**
 * Writes a delivery in the transaction that made it true. Its place in the conversation is taken here, under a row lock,
 * so that the order of commits is the order of sending. Call `core.wake()` after the transaction.
 */
export async function enqueue(tx: Tx, core: Pick<Core, "newId">, order: Order): Promise<void> {
  await insert(tx, core, order, await takeSeq(tx, order.conversation));
}

/** The next place in the conversation; holds its row until the commit. */
async function takeSeq(tx: Tx, conversation: string): Promise<bigint> {
  const line = await tx.deliveryLine.upsert({
    where: { conversation },
    create: { conversation, nextSeq: 2n },
    update: { nextSeq: { increment: 1n } },
  });
  return line.nextSeq - 1n;
}

/** Holds a conversation until the commit, and says nothing: whoever else holds it waits. */
export async function holdLine(tx: Tx, conversation: string): Promise<void> {
  await tx.deliveryLine.upsert({
    where: { conversation },
    create: { conversation, nextSeq: 1n },
    update: { nextSeq: { increment: 0n } },
  });
}

async function insert(tx: Tx, core: Pick<Core, "newId">, order: Order, seq: bigint): Promise<void> {
  const { communityId, conversation, op, kind, subjectId, version = 1, platform, target, at } = order;
  const now = BigInt(at.getTime());
  await tx.$executeRaw`
    INSERT INTO "Delivery" ("id", "communityId", "conversation", "seq", "op", "kind", "subjectId", "version", "platform",
      "targetKind", "targetId", "dueAtMs", "createdAtMs")
    VALUES (${core.newId()}, ${communityId}, ${conversation}, ${seq}, ${op}, ${kind}, ${subjectId}, ${version}, ${platform},
      ${target.kind}, ${target.id}, ${now}, ${now})
    ON CONFLICT ("op", "kind", "subjectId", "version", "platform", "targetKind", "targetId") DO NOTHING`;
}

/**
 * Each change of a card is its own delivery. The row of the conversation is taken before the edits are counted: two changes at once
 * would otherwise share a version, and the second would be lost.
 */
export async function enqueueEdit(
  tx: Tx,
  core: Pick<Core, "newId">,
  order: Omit<Order, "op" | "version">,
): Promise<void> {
  await enqueueNext(tx, core, { ...order, op: "edit" });
}

/** The same order as before, once more: a delivery of its own. */
export async function enqueueNext(
  tx: Tx,
  core: Pick<Core, "newId">,
  order: Omit<Order, "version">,
): Promise<void> {
  const { op, kind, subjectId, platform, target } = order;
  const seq = await takeSeq(tx, order.conversation);
  const count = await tx.delivery.count({
    where: { op, kind, subjectId, platform, targetKind: target.kind, targetId: target.id },
  });
  await insert(tx, core, { ...order, version: count + 1 }, seq);
}
