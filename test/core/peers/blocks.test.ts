import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { blockAccount } from "#core/peers/blocks/block-account.ts";
import { blockPeer } from "#core/peers/blocks/block-peer.ts";
import { forgetBlocks } from "#core/peers/blocks/forget-blocks.ts";
import { hiddenFrom } from "#core/peers/blocks/hidden-from.ts";
import { myBlocks } from "#core/peers/blocks/my-blocks.ts";
import { unblock } from "#core/peers/blocks/unblock.ts";
import { befriend } from "#core/peers/friends/befriend.ts";
import { myFriends } from "#core/peers/friends/my-friends.ts";
import { acceptOffer } from "#core/peers/pairs/accept-offer.ts";
import { lookDue } from "#core/peers/pairs/look-due.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, joinAs } from "../small-town.ts";
import { DAY_MS, offered, type PeersTown, peersTown, together } from "./peers-town.ts";

const person = (accountId: string) => ({ platform: "north", accountId });

const hidden = async ({ core }: PeersTown, { memberId }: Actor) =>
  core.tx(async (tx) => [...(await hiddenFrom(tx, memberId))]);

/** A second account of a member, as a linked one would be. */
async function addAccount(
  { core, communityId, patientsSpaceId }: PeersTown,
  { memberId }: Actor,
  externalId: string,
) {
  await core.tx(async (tx, createdAt) => {
    const id = core.newId();
    const externalKey = accountKey(core, communityId, "north", externalId);
    const place = { table: "Account", column: "externalIdSealed", row: id };
    const externalIdSealed = await core.vault.seal(tx, { memberId }, place, externalId);
    const account = { id, communityId, memberId, platform: "north", externalKey, externalIdSealed };
    await tx.account.create({ data: { ...account, spaceId: patientsSpaceId, createdAt } });
  });
}

describeOnBoth("a block", ({ openNew }) => {
  test("from a pair ends it like leaving, holds for every account of the member, and is told to nobody", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { one: robin, other: heron, pairId } = await together(town, "Calm Robin", "Quiet Heron");
    await befriend(core, { actor: robin, pairId });
    await befriend(core, { actor: heron, pairId });
    expect((await myFriends(core, { actor: heron })).friends).toMatchObject([{ name: "Calm Robin" }]);
    await town.drain();
    const told = () => core.db.delivery.count({ where: { targetId: heron.memberId } });
    const before = await told();
    await addAccount(town, heron, "heron-2");
    await blockPeer(core, { actor: robin, pairId });
    await blockAccount(core, { actor: robin, person: person("heron-2") });
    await town.drain();
    expect(await told()).toBe(before);
    expect(await core.db.block.count()).toBe(1);
    expect(town.cards(town.north, "peer-hello")).toMatchObject([{ hasEnded: false }]);
    expect([...town.north.seats.values()].flatMap((seats) => [...seats])).toEqual(["Quiet Heron"]);
    expect(await hidden(town, robin)).toEqual([heron.memberId]);
    expect(await hidden(town, heron)).toEqual([robin.memberId]);
    expect(await myFriends(core, { actor: heron })).toEqual({ friends: [], met: [] });
    await befriend(core, { actor: heron, pairId });
    expect((await myFriends(core, { actor: robin })).friends).toEqual([]);
  });

  test("of an account does not tell whose it is: an offer of its owner stays as it is, and comes to nothing", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const { one: robin, other: heron, pairId } = await offered(town, "Calm Robin", "Quiet Heron");
    const seen = async () => [await town.offerCard(robin, pairId), await town.offersOf(robin)];
    const [card] = await seen();
    await blockAccount(core, { actor: robin, person: person("Quiet Heron") });
    expect((await seen())[0]).toEqual(card);
    expect(await acceptOffer(core, { actor: heron, pairId })).toEqual({ united: false });
    expect(await acceptOffer(core, { actor: robin, pairId })).toEqual({ united: false });
    const [block] = await myBlocks(core, { actor: robin });
    expect(JSON.stringify(block)).not.toContain(heron.memberId);
    expect(block?.known).toEqual({ platform: "north", accountId: "Quiet Heron" });
    clock.advance(200 * DAY_MS);
    expect(await lookDue(core)).toBe(0);
  });

  test("of somebody who has not joined waits for them; taken back it is over, and forgotten a day later", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const robin = await town.matched("Calm Robin");
    await blockAccount(core, { actor: robin, person: person("Quiet Heron") });
    await blockAccount(core, { actor: robin, person: person("Quiet Heron") });
    expect(await hidden(town, robin)).toEqual([]);
    const heron = await town.matched("Quiet Heron");
    expect(await hidden(town, heron)).toEqual([robin.memberId]);
    clock.advance(DAY_MS);
    expect(await lookDue(core)).toBe(0);
    const [block] = await myBlocks(core, { actor: robin });
    const blockId = block?.blockId ?? "";
    expect(await codeOf(unblock(core, { actor: heron, blockId }))).toBe("not_found");
    await unblock(core, { actor: robin, blockId });
    expect(await codeOf(unblock(core, { actor: robin, blockId }))).toBe("not_found");
    expect(await hidden(town, heron)).toEqual([]);
    expect(await forgetBlocks(core)).toBe(0);
    clock.advance(DAY_MS + 1);
    expect(await forgetBlocks(core)).toBe(1);
    expect(await lookDue(core)).toBe(1);
  });

  test("is nobody's way to try many: ten a day, those taken back too, and never of oneself", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const robin = await joinAs(town, "Calm Robin");
    const block = (accountId: string) =>
      codeOf(blockAccount(core, { actor: robin, person: person(accountId) }));
    expect(await block("Calm Robin")).toBe("invalid_input");
    for (let at = 0; at < 10; at += 1) {
      expect(await block(`a${at}`)).toBe("ok");
      const [newest] = await myBlocks(core, { actor: robin });
      await unblock(core, { actor: robin, blockId: newest?.blockId ?? "" });
    }
    expect(await block("a10")).toBe("too_many");
    expect(await block("a3")).toBe("too_many");
  });
});
