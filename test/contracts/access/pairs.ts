import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { blockAccount } from "#core/peers/blocks/block-account.ts";
import { chooseManner } from "#core/peers/card/choose-manner.ts";
import { chooseTags } from "#core/peers/card/choose-tags.ts";
import { draftUpdate } from "#core/peers/friends/draft-update.ts";
import { sendUpdate } from "#core/peers/friends/send-update.ts";
import { pairKeyOf } from "#core/peers/pairs/pair.ts";
import { sealShared } from "#core/peers/pairs/shared.ts";
import { as } from "./conversations.ts";

const SHARED = { tags: ["topic.pain", "stage.new"], pace: "weekly", times: ["evenings"] } as const;

/** Two members who were offered to each other, or who met. */
async function pairOf(core: Core, state: "offered" | "together", number: number, two: readonly Actor[]) {
  const [one, other] = two;
  if (one === undefined || other === undefined) throw new Error("a pair is two");
  const { communityId } = one;
  const pairId = core.newId();
  const pairKey = pairKeyOf(one.memberId, other.memberId);
  await core.tx(async (tx, now) => {
    await tx.peerPair.create({
      data: {
        ...{ id: pairId, communityId, number, platform: "discord", state, pairKey },
        createdAt: now,
        closesAt: new Date(now.getTime() + 3_600_000),
        togetherAt: state === "together" ? now : null,
      },
    });
    for (const { memberId } of two)
      await tx.peerSide.create({
        data: {
          ...{ pairId, memberId, createdAt: now },
          answer: state === "together" ? "yes" : "open",
          sharedSealed: await sealShared(tx, core, { pairId, memberId }, SHARED),
        },
      });
  });
  return pairId;
}

async function makeFriends(core: Core, one: Actor, other: Actor) {
  const createdAt = core.clock.now();
  const { communityId } = one;
  for (const [{ memberId }, { memberId: friendId }] of [
    [one, other],
    [other, one],
  ] as [Actor, Actor][])
    await core.db.friend.create({ data: { memberId, friendId, communityId, createdAt } });
}

/** Friends, with updates that wait and that went out. */
async function circles(core: Core, { me, finch, ana }: { me: Actor; finch: Actor; ana: Actor }) {
  await makeFriends(core, me, ana);
  await makeFriends(core, finch, ana);
  const draft = (member: Actor) =>
    draftUpdate(core, { actor: as(member, "patient"), text: "Both knees ache." });
  const sent = async (member: Actor) => {
    const { updateId, edition } = await draft(member);
    await sendUpdate(core, { actor: as(member, "patient"), updateId, edition, replies: true });
    return updateId;
  };
  const strangersUpdate = await sent(finch);
  const friendsUpdate = await sent(ana);
  const [mine, theirs] = [await draft(me), await draft(finch)];
  return {
    myFriend: ana.memberId,
    ...{ myUpdate: mine.updateId, theirUpdate: theirs.updateId },
    ...{ myUpdateCard: `${mine.updateId}/1`, theirUpdateCard: `${theirs.updateId}/1` },
    ...{ mySentUpdate: await sent(me), friendsUpdate, strangersUpdate },
    ...{ friendsSupport: `${friendsUpdate}/glad`, strangersSupport: `${strangersUpdate}/glad` },
  };
}

/** What the one who acts chose to be found by, and a pair of each kind of theirs and of others. */
export async function pairs(core: Core, { me, finch, ana }: { me: Actor; finch: Actor; ana: Actor }) {
  const actor = as(me, "patient");
  await chooseTags(core, { actor, platform: "discord", tags: ["topic.food", "topic.tests"] });
  const manner = { pace: "weekly", times: ["evenings"], zone: "europe-africa" };
  await chooseManner(core, { actor, platform: "discord", ...manner });
  const block = async (actor: Actor, accountId: string) => {
    await blockAccount(core, { actor, person: { platform: "discord", accountId } });
    const { id } = await core.db.block.findFirstOrThrow({ where: { blockerId: actor.memberId } });
    return id;
  };
  return {
    ...(await circles(core, { me, finch, ana })),
    myBlock: await block(actor, "900000000000000002"),
    theirBlock: await block(as(finch, "patient"), "900000000000000003"),
    myOffer: await pairOf(core, "offered", 1, [me, finch]),
    theirOffer: await pairOf(core, "offered", 2, [finch, ana]),
    myPair: await pairOf(core, "together", 3, [me, ana]),
    theirPair: await pairOf(core, "together", 4, [finch, ana]),
  };
}
