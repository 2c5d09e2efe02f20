import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { readUpdate } from "./read-update.ts";
import { isSupport } from "./supports.ts";
import { postSupport, refreshUpdate } from "./tell-friends.ts";

interface SupportFriend {
  readonly actor: Actor;
  readonly updateId: string;
  readonly support: string;
}

/**
 * Answers a friend's update with one of a few kind words; the first one stands. Where the author does not want answers it is kept
 * and not brought to them. Refuses not_found for whoever is no friend.
 */
export async function supportFriend(core: Core, { actor, updateId, support }: SupportFriend): Promise<void> {
  authorise(actor, "update.answer");
  const { memberId, communityId } = actor;
  if (!isSupport(support))
    throw refuse("invalid_input", { field: "answer", rule: "must be one of the list" });
  await core.tx(async (tx, now) => {
    const update = await readUpdate(tx, { updateId, memberId });
    if (update === undefined) throw refuse("not_found", { what: "update" });
    const { createdAt } = await tx.circleReply.upsert({
      where: { updateId_memberId: { updateId, memberId } },
      create: { updateId, memberId, support, createdAt: now },
      update: {},
    });
    if (createdAt.getTime() !== now.getTime()) return;
    const at = { communityId, updateId, memberId, at: now };
    if (update.mutedAt === null) await postSupport(tx, core, { ...at, authorId: update.authorId });
    await refreshUpdate(tx, core, at);
  });
  core.wake();
}
