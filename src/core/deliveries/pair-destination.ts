import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { channelKey } from "#core/foundation/vault/index-keys.ts";
import type { SharedThread } from "#core/messenger.ts";
import type { Located } from "./load-destination.ts";
import type { DeliveryRow } from "./pick.ts";

type Parts = Pick<Core, "vault">;

const threadPlace = (pairId: string) => ({ table: "PeerPair", column: "threadSealed", row: pairId });

/**
 * Says nothing of a person, and nothing of health: whoever manages the server's threads sees the name. A thread is found again by
 * it, so it ends with the random part of the pair's id: after a restore a number may be given twice.
 */
const titleOf = ({ id, number }: { id: string; number: number }): string =>
  `Two of you ${number} (${id.slice(-8)})`;

/** The channel for threads of two, else the one where people ask, in the platform's own id. */
async function parentFor(tx: Tx, { vault }: Parts, { communityId, platform }: DeliveryRow) {
  for (const purpose of ["peers", "ask"] as const) {
    const channel = await tx.channel.findFirst({ where: { communityId, purpose, space: { platform } } });
    if (channel === null) continue;
    const place = { table: "Channel", column: "externalIdSealed", row: channel.id };
    return vault.open(tx, { communityId }, place, channel.externalIdSealed);
  }
  return undefined;
}

/** The platform's own ids of the two; undefined where one has no account there any more. */
async function accountIdsOf(tx: Tx, { vault }: Parts, memberIds: readonly string[], platform: string) {
  const ids: string[] = [];
  for (const memberId of memberIds) {
    const account = await tx.account.findFirst({
      where: { memberId, platform, member: { state: "active" } },
    });
    if (account === null) return undefined;
    const place = { table: "Account", column: "externalIdSealed", row: account.id };
    ids.push(await vault.open(tx, { memberId }, place, account.externalIdSealed));
  }
  return ids;
}

/** The private thread of two who both said yes. */
export async function pairDestination(tx: Tx, core: Parts, row: DeliveryRow): Promise<Located> {
  const pair = await tx.peerPair.findUnique({ where: { id: row.targetId }, include: { sides: true } });
  if (pair === null || pair.state !== "together") return { skip: "nowhere" };
  const parentChannelId = await parentFor(tx, core, row);
  const memberIds = pair.sides.map(({ memberId }) => memberId).sort();
  const accountIds = await accountIdsOf(tx, core, memberIds, row.platform);
  if (parentChannelId === undefined || accountIds === undefined) return { skip: "nowhere" };
  return { to: { kind: "shared-thread", accountIds, ...(await threadOf(tx, core, pair, parentChannelId)) } };
}

interface Pair {
  readonly id: string;
  readonly number: number;
  readonly communityId: string;
  readonly threadSealed: Uint8Array | null;
}

async function threadOf(
  tx: Tx,
  { vault }: Parts,
  pair: Pair,
  parentChannelId: string,
): Promise<SharedThread> {
  const { id, communityId, threadSealed } = pair;
  const thread = { parentChannelId, title: titleOf(pair) };
  if (threadSealed === null) return thread;
  return { ...thread, threadId: await vault.open(tx, { communityId }, threadPlace(id), threadSealed) };
}

/** The thread of a pair, whether or not its first card has arrived; undefined where there is no channel for it, or no pair. */
export async function pairThread(tx: Tx, core: Parts, row: DeliveryRow): Promise<SharedThread | undefined> {
  const pair = await tx.peerPair.findUnique({ where: { id: row.subjectId } });
  const parentChannelId = await parentFor(tx, core, row);
  return pair === null || parentChannelId === undefined
    ? undefined
    : threadOf(tx, core, pair, parentChannelId);
}

/** The thread that the first card of a pair opened: later ones go there, and whoever leaves is taken out of it. */
export async function keepPairThread(tx: Tx, core: Parts, row: DeliveryRow, threadId: string): Promise<void> {
  const { targetId: id, communityId, platform } = row;
  const threadSealed = await core.vault.seal(tx, { communityId }, threadPlace(id), threadId);
  const threadKey = channelKey(core, platform, threadId);
  await tx.peerPair.update({ where: { id }, data: { threadSealed, threadKey } });
}
