import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CircleSupportCard, CircleUpdateCard } from "./cards.ts";
import { isFriend } from "./friends.ts";
import { readUpdate } from "./read-update.ts";
import { isSupport } from "./supports.ts";
import { friendOf } from "./tell-friends.ts";
import { openUpdate } from "./update-text.ts";

async function communityOf(tx: Tx, id: string): Promise<string> {
  return (await tx.community.findUniqueOrThrow({ where: { id } })).name;
}

/** An update as one friend sees it, while they are friends. */
export async function updateCardOf(
  tx: Tx,
  core: Core,
  reader: { updateId: string; memberId: string },
  { isOpened }: { isOpened: boolean },
): Promise<CircleUpdateCard | undefined> {
  const update = await readUpdate(tx, reader);
  if (update === undefined || update.crossingSealed === null) return undefined;
  const { id: updateId, authorId, communityId, crossingSealed, mutedAt } = update;
  const author = await tx.member.findUniqueOrThrow({ where: { id: authorId } });
  const own = await tx.member.findUniqueOrThrow({ where: { id: reader.memberId } });
  const reply = await tx.circleReply.findUnique({ where: { updateId_memberId: reader } });
  const at = { updateId, authorId, column: "crossingSealed" } as const;
  return {
    kind: "circle-update",
    updateId,
    community: await communityOf(tx, communityId),
    author: author.pseudonym,
    text: own.quiet && !isOpened ? undefined : await openUpdate(tx, core, at, crossingSealed),
    canAnswer: mutedAt === null && reply === null,
    answered: reply !== null && isSupport(reply.support) ? reply.support : undefined,
  };
}

export async function loadCircleUpdateCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<CircleUpdateCard | undefined> {
  return updateCardOf(tx, core, friendOf(subjectId), { isOpened: false });
}

/** A friend's answer; nothing where they are no friends any more, or answers are not wanted any more. */
export async function loadCircleSupportCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<CircleSupportCard | undefined> {
  const { updateId, memberId } = friendOf(subjectId);
  const update = await tx.circleUpdate.findUnique({ where: { id: updateId, state: "sent", mutedAt: null } });
  const reply = await tx.circleReply.findUnique({ where: { updateId_memberId: { updateId, memberId } } });
  const friend = await tx.member.findUnique({ where: { id: memberId } });
  if (update === null || reply === null || friend === null || !isSupport(reply.support)) return undefined;
  if (!(await isFriend(tx, update.authorId, memberId))) return undefined;
  const community = await communityOf(tx, update.communityId);
  return { kind: "circle-support", updateId, community, friend: friend.pseudonym, support: reply.support };
}
