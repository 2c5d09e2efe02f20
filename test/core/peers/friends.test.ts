import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { blockPeer } from "#core/peers/blocks/block-peer.ts";
import { befriend } from "#core/peers/friends/befriend.ts";
import { cancelUpdate } from "#core/peers/friends/cancel-update.ts";
import { draftUpdate } from "#core/peers/friends/draft-update.ts";
import { forgetDrafts } from "#core/peers/friends/forget-drafts.ts";
import { MOST_FRIENDS } from "#core/peers/friends/friends.ts";
import { muteUpdate } from "#core/peers/friends/mute-update.ts";
import { myFriends } from "#core/peers/friends/my-friends.ts";
import { openFriendUpdate } from "#core/peers/friends/open-friend-update.ts";
import { reportUpdate } from "#core/peers/friends/report-update.ts";
import { sendUpdate } from "#core/peers/friends/send-update.ts";
import { supportFriend } from "#core/peers/friends/support-friend.ts";
import { unfriend } from "#core/peers/friends/unfriend.ts";
import { exportMember } from "#core/privacy/export-member.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, joinAs } from "../small-town.ts";
import { DAY_MS, type PeersTown, peersTown, together } from "./peers-town.ts";

async function friends(town: PeersTown) {
  const pair = await together(town, "Calm Robin", "Quiet Heron");
  await Promise.all(
    [pair.one, pair.other].map((actor) => befriend(town.core, { actor, pairId: pair.pairId })),
  );
  await town.drain();
  return { robin: pair.one, heron: pair.other, pairId: pair.pairId };
}

/** Friends who were met elsewhere, until there is no room for one more. */
async function fill({ core, clock }: PeersTown, { memberId, communityId }: Actor) {
  const data = Array.from({ length: MOST_FRIENDS }, (_, at) => ({
    ...{ memberId, communityId },
    ...{ friendId: `${memberId}-${at}`, createdAt: clock.now() },
  }));
  await core.db.friend.createMany({ data });
  return () => core.db.friend.deleteMany({ where: { memberId, friendId: `${memberId}-0` } });
}

describeOnBoth("friends", ({ openNew }) => {
  test("are 50 at most: who has them is told, the other learns nothing, and room makes it possible again", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { one: robin, other: heron, pairId } = await together(town, "Calm Robin", "Quiet Heron");
    await befriend(core, { actor: robin, pairId });
    const makeRoom = await fill(town, robin);
    await befriend(core, { actor: heron, pairId });
    await town.drain();
    expect(town.cards(town.north, "peer-news")).toEqual([]);
    expect(await codeOf(befriend(core, { actor: robin, pairId }))).toBe("friends_full");
    await makeRoom();
    await befriend(core, { actor: robin, pairId });
    await town.drain();
    expect(town.cards(town.north, "peer-news")).toHaveLength(2);
    expect((await myFriends(core, { actor: heron })).friends).toMatchObject([{ name: "Calm Robin" }]);
  });

  test("can report what reached them also after a block, and nobody whom it never reached can", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { robin, heron, pairId } = await friends(town);
    const send = async (text: string) => {
      const { updateId, edition } = await draftUpdate(core, { actor: robin, text });
      await sendUpdate(core, { actor: robin, updateId, edition, replies: true });
      return updateId;
    };
    const updateId = await send("You will be sorry.");
    await town.drain();
    const late = await send("On its way.");
    await blockPeer(core, { actor: heron, pairId });
    await town.drain();
    const report = (id: string, actor = heron) =>
      codeOf(reportUpdate(core, { actor, updateId: id, reason: "It is a threat." }));
    expect(await codeOf(openFriendUpdate(core, { actor: heron, updateId }))).toBe("not_found");
    expect(await report(updateId, await joinAs(town, "Far Wren"))).toBe("not_found");
    expect(await report(late)).toBe("not_found");
    expect(await report(updateId)).toBe("ok");
    expect(await core.db.case.count({ where: { subjectKind: "member", subjectId: robin.memberId } })).toBe(1);
  });

  test("are two who both pressed it; one press alone tells nobody, and either may end it", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { one: robin, other: heron, pairId } = await together(town, "Calm Robin", "Quiet Heron");
    expect((await myFriends(core, { actor: robin })).met).toEqual([{ pairId, name: "Quiet Heron" }]);
    await befriend(core, { actor: robin, pairId });
    await town.drain();
    expect(town.cards(town.north, "peer-news")).toEqual([]);
    expect((await myFriends(core, { actor: robin })).friends).toEqual([]);
    await befriend(core, { actor: heron, pairId });
    await town.drain();
    expect(
      town
        .cards(town.north, "peer-news")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Calm Robin", "Quiet Heron"]);
    await unfriend(core, { actor: heron, friendId: robin.memberId });
    expect((await myFriends(core, { actor: robin })).friends).toEqual([]);
    expect(await codeOf(unfriend(core, { actor: robin, friendId: heron.memberId }))).toBe("not_found");
    await befriend(core, { actor: heron, pairId });
    expect((await myFriends(core, { actor: heron })).friends).toEqual([]);
    // Both again: told again, as the first time.
    await befriend(core, { actor: robin, pairId });
    await town.drain();
    expect(town.cards(town.north, "peer-news")).toHaveLength(4);
    const wren = await joinAs(town, "Far Wren");
    expect(await codeOf(befriend(core, { actor: wren, pairId }))).toBe("not_found");
  });

  test("get an update as its author saw it, and answer once with a kind word, unless answers are muted", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { robin, heron } = await friends(town);
    const draft = await draftUpdate(core, { actor: robin, text: "Home again. Call me on 020 7946 0958." });
    await town.drain();
    expect(town.cards(town.north, "circle-update")).toEqual([]);
    const { updateId } = draft;
    const changed = await draftUpdate(core, { actor: robin, text: "Home. Call 020 7946 0958.", updateId });
    const send = (edition: number) => sendUpdate(core, { actor: robin, updateId, edition, replies: true });
    expect(await codeOf(send(draft.edition))).toBe("stale_card");
    const twice = [codeOf(send(changed.edition)), codeOf(send(changed.edition))];
    expect((await Promise.all(twice)).sort()).toEqual(["not_found", "ok"]);
    await town.drain();
    expect(town.cards(town.north, "circle-update")).toMatchObject([
      { author: "Calm Robin", text: "Home. Call [phone number].", canAnswer: true },
    ]);
    const answer = (support: string) => supportFriend(core, { actor: heron, updateId, support });
    expect(await codeOf(answer("<@everyone>"))).toBe("invalid_input");
    await answer("glad");
    town.clock.advance(1000);
    await answer("sorry");
    await town.drain();
    expect(town.cards(town.north, "circle-support")).toMatchObject([
      { friend: "Quiet Heron", support: "glad" },
    ]);
    expect(town.cards(town.north, "circle-update")).toMatchObject([{ canAnswer: false, answered: "glad" }]);
    await muteUpdate(core, { actor: robin, updateId });
    const next = await draftUpdate(core, { actor: robin, text: "A quiet week." });
    await sendUpdate(core, { actor: robin, updateId: next.updateId, edition: 1, replies: false });
    await town.drain();
    expect(town.cards(town.north, "circle-update").at(-1)).toMatchObject({ canAnswer: false });
    await supportFriend(core, { actor: heron, updateId: next.updateId, support: "here" });
    await town.drain();
    expect(town.cards(town.north, "circle-support")).toHaveLength(1);
  });

  test("only: nobody else reads, answers, sends or reports an update, and who was blocked since gets none", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const { robin, heron, pairId } = await friends(town);
    const wren = await joinAs(town, "Far Wren");
    expect(await codeOf(draftUpdate(core, { actor: wren, text: "Hello?" }))).toBe("no_friends");
    const { updateId, edition } = await draftUpdate(core, { actor: robin, text: "A good week." });
    const tries = [
      () => sendUpdate(core, { actor: heron, updateId, edition, replies: true }),
      () => draftUpdate(core, { actor: heron, text: "Not mine.", updateId }),
      () => cancelUpdate(core, { actor: heron, updateId }),
      () => openFriendUpdate(core, { actor: heron, updateId }),
      () => supportFriend(core, { actor: heron, updateId, support: "glad" }),
    ];
    for (const one of tries) expect(await codeOf(one())).toBe("not_found");
    await sendUpdate(core, { actor: robin, updateId, edition, replies: true });
    const others = [
      () => openFriendUpdate(core, { actor: wren, updateId }),
      () => supportFriend(core, { actor: wren, updateId, support: "glad" }),
      () => reportUpdate(core, { actor: wren, updateId, reason: "It is loud." }),
      () => muteUpdate(core, { actor: heron, updateId }),
    ];
    for (const one of others) expect(await codeOf(one())).toBe("not_found");
    // Blocked before it was on its way: nothing of it arrives, in either direction.
    await blockPeer(core, { actor: heron, pairId });
    await town.drain();
    expect(town.cards(town.north, "circle-update")).toEqual([]);
    expect(await codeOf(openFriendUpdate(core, { actor: heron, updateId }))).toBe("not_found");
    // What is kept about Robin says nothing of the block, and of the other only what both chose.
    const { memberId } = robin;
    const { peers } = await core.tx((tx, now) => exportMember(tx, core, { memberId, now }));
    expect(peers).toMatchObject({
      sharing: [{ matching: "on", shares: ["Injections or infusions", "Pain", "Newly diagnosed"] }],
      pairs: [{ bothChose: "Injections or infusions, Pain, Newly diagnosed", youSaid: "yes", leftAt: null }],
      updates: [{ state: "sent", typed: "A good week.", card: "A good week." }],
      ...{ friends: [], blocks: [], supports: [] },
    });
    clock.advance(DAY_MS + 1);
    expect(await codeOf(draftUpdate(core, { actor: robin, text: "Hello?" }))).toBe("no_friends");
    await core.db.circleUpdate.updateMany({ data: { state: "draft" } });
    expect(await forgetDrafts(core)).toBe(1);
    expect(await core.db.circleUpdate.count({ where: { originalSealed: null, crossingSealed: null } })).toBe(
      1,
    );
  });

  test("hear of three updates a day at most; danger in one is heard at once, also where it is refused", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const wren = await joinAs(town, "Far Wren");
    const text = "I want to kill myself tonight.";
    await draftUpdate(core, { actor: wren, text }).catch((error) => {
      expect(error).toMatchObject({ code: "no_friends", help: { text: expect.stringContaining("116 123") } });
    });
    const { robin, heron } = await friends(town);
    expect((await draftUpdate(core, { actor: robin, text })).alert?.text).toContain("116 123");
    expect(await core.db.crisisAlert.count()).toBe(2);
    const send = async () => {
      const { updateId, edition } = await draftUpdate(core, { actor: heron, text: "A good day." });
      return codeOf(sendUpdate(core, { actor: heron, updateId, edition, replies: true }));
    };
    expect([await send(), await send(), await send(), await send()]).toEqual(["ok", "ok", "ok", "too_many"]);
    const rows = await core.db.circleUpdate.findMany();
    const kept = rows.flatMap((row) =>
      Object.values(row).map((cell) => Buffer.from(String(cell)).toString()),
    );
    expect(kept.filter((cell) => cell.includes("good day"))).toEqual([]);
  });
});
