import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Destination, MessageRef } from "#core/messenger.ts";
import { pairDestination } from "./pair-destination.ts";
import type { DeliveryRow } from "./pick.ts";

export type Located = { readonly to: Destination } | { readonly skip: "inbox" | "nowhere" };

type Parts = Pick<Core, "vault">;

function sealedIn(table: string, column: string, row: string) {
  return { table, column, row };
}

/** A channel of ours by its row, in the platform's own ids. */
async function openChannel(tx: Tx, { vault }: Parts, channelId: string) {
  const channel = await tx.channel.findUnique({ where: { id: channelId }, include: { space: true } });
  if (channel === null) return undefined;
  const owner = { communityId: channel.communityId };
  const space = sealedIn("Space", "externalIdSealed", channel.spaceId);
  const own = sealedIn("Channel", "externalIdSealed", channel.id);
  return {
    spaceId: await vault.open(tx, owner, space, channel.space.externalIdSealed),
    channelId: await vault.open(tx, owner, own, channel.externalIdSealed),
  };
}

async function channelDestination(
  tx: Tx,
  core: Parts,
  channelId: string,
  kind: "channel" | "shelf" = "channel",
): Promise<Located> {
  const channel = await openChannel(tx, core, channelId);
  return channel === undefined ? { skip: "nowhere" } : { to: { kind, ...channel } };
}

const PLACES = ["dm", "thread", "channel", "shelf"] as const satisfies readonly MessageRef["place"][];

type CopyRow = {
  id: string;
  communityId: string;
  channelSealed: Uint8Array;
  messageSealed: Uint8Array;
  place: string;
};

/** Where a copy stands, opened from the vault. */
export async function openCopy(tx: Tx, { vault }: Parts, copy: CopyRow): Promise<MessageRef> {
  const owner = { communityId: copy.communityId };
  const place = PLACES.find((known) => known === copy.place) ?? "channel";
  return {
    channelId: await vault.open(tx, owner, sealedIn("Copy", "channelSealed", copy.id), copy.channelSealed),
    messageId: await vault.open(tx, owner, sealedIn("Copy", "messageSealed", copy.id), copy.messageSealed),
    place,
  };
}

/** Under the card of a question; nowhere while that card does not stand. */
async function threadDestination(tx: Tx, core: Parts, questionId: string): Promise<Located> {
  const root = await tx.copy.findFirst({
    where: { kind: "triage", subjectId: questionId, part: 0, removedAtMs: null },
  });
  if (root === null) return { skip: "nowhere" };
  const channel = await channelDestination(tx, core, root.targetId);
  if (!("to" in channel) || channel.to.kind !== "channel") return channel;
  const under = await openCopy(tx, core, root);
  // The card stays where it was posted, also when another channel was linked since.
  return { to: { ...channel.to, channelId: under.channelId, under } };
}

/** What whoever was removed or banned still gets to read: what was decided about them, what came of their appeal, and help. */
const ALSO_TO_REMOVED: ReadonlySet<string> = new Set([
  "decision",
  "appeal-notice",
  "reveal",
  "crisis-support",
]);

/** The receipt is the last that somebody gets, after everything else about them is gone. */
const canBeTold = (state: string, kind: string): boolean =>
  state === "active" ||
  (state === "erased" && kind === "erasure") ||
  ((state === "removed" || state === "banned") && ALSO_TO_REMOVED.has(kind));

/** A member, by the way they can be reached and agreed to. */
async function memberDestination(tx: Tx, { vault }: Parts, row: DeliveryRow): Promise<Located> {
  const account = await tx.account.findFirst({
    where: { memberId: row.targetId, platform: row.platform },
    include: { member: true },
  });
  if (account === null || !canBeTold(account.member.state, row.kind)) return { skip: "nowhere" };
  // Whoever is no member any more has no inbox to look into.
  if (account.member.reach === "inbox" && account.member.state === "active") return { skip: "inbox" };
  const owner = { memberId: account.memberId };
  const accountId = await vault.open(
    tx,
    owner,
    sealedIn("Account", "externalIdSealed", account.id),
    account.externalIdSealed,
  );
  // A thread stands in the place that is closed to whoever is no member any more.
  const isThread = account.member.reach === "thread" && account.member.state === "active";
  if (!isThread) return { to: { kind: "direct", accountId } };
  const channel = await tx.channel.findFirst({ where: { communityId: row.communityId, purpose: "ask" } });
  if (channel === null) return { skip: "inbox" };
  const place = sealedIn("Channel", "externalIdSealed", channel.id);
  const parentChannelId = await vault.open(
    tx,
    { communityId: row.communityId },
    place,
    channel.externalIdSealed,
  );
  const threadId =
    account.threadSealed === null
      ? undefined
      : await vault.open(tx, owner, sealedIn("Account", "threadSealed", account.id), account.threadSealed);
  return {
    to: {
      kind: "private-thread",
      accountId,
      parentChannelId,
      ...(threadId === undefined ? {} : { threadId }),
    },
  };
}

/** Derived from rows alone, at the moment of sending: a delivery carries no address that could be wrong by then. */
export async function loadDestination(tx: Tx, core: Parts, row: DeliveryRow): Promise<Located> {
  if (row.targetKind === "channel") return channelDestination(tx, core, row.targetId);
  if (row.targetKind === "shelf") return channelDestination(tx, core, row.targetId, "shelf");
  if (row.targetKind === "thread") return threadDestination(tx, core, row.targetId);
  if (row.targetKind === "pair") return pairDestination(tx, core, row);
  return memberDestination(tx, core, row);
}
