import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

interface Told {
  readonly communityId: string;
  readonly updateId: string;
  /** The friend. */
  readonly memberId: string;
  readonly at: Date;
}

/** An update as one friend gets it, and a friend's answer, name both. */
export const updateSubject = ({ updateId, memberId }: Pick<Told, "updateId" | "memberId">): string =>
  `${updateId}/${memberId}`;

export function friendOf(subjectId: string): { updateId: string; memberId: string } {
  const [updateId = "", memberId = ""] = subjectId.split("/");
  return { updateId, memberId };
}

/** A card to somebody, where they are; undefined where they have no account any more. */
async function order(tx: Tx, told: Told, to: string, kind: "circle-update" | "circle-support") {
  const account = await tx.account.findFirst({ where: { memberId: to } });
  if (account === null) return undefined;
  const { communityId, updateId, at } = told;
  return {
    communityId,
    conversation: `update:${updateId}:${to}`,
    kind,
    subjectId: updateSubject(told),
    platform: account.platform,
    target: { kind: "member", id: to },
    at,
  } as const;
}

export async function postUpdate(tx: Tx, core: Core, told: Told): Promise<void> {
  const card = await order(tx, told, told.memberId, "circle-update");
  if (card !== undefined) await enqueue(tx, core, { ...card, op: "post" });
}

/** A friend's own copy becomes what it is to them now. */
export async function refreshUpdate(tx: Tx, core: Core, told: Told): Promise<void> {
  const card = await order(tx, told, told.memberId, "circle-update");
  if (card !== undefined) await enqueueEdit(tx, core, card);
}

/** Brings a friend's answer to the author. */
export async function postSupport(
  tx: Tx,
  core: Core,
  { authorId, ...told }: Told & { readonly authorId: string },
): Promise<void> {
  const card = await order(tx, told, authorId, "circle-support");
  if (card !== undefined) await enqueue(tx, core, { ...card, op: "post" });
}
