import { expect, test } from "vitest";
import { changeSettings } from "#core/members/change-settings.ts";
import { noteLanguage } from "#core/members/note-language.ts";
import { readActor } from "#core/members/read-actor.ts";
import { DeliveryFailure } from "#core/messenger.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { blockPeer } from "#core/peers/blocks/block-peer.ts";
import { chooseManner } from "#core/peers/card/choose-manner.ts";
import { chooseTags } from "#core/peers/card/choose-tags.ts";
import { matchMe } from "#core/peers/card/match-me.ts";
import { pauseMatching } from "#core/peers/card/pause-matching.ts";
import { labelOf } from "#core/peers/card/tags.ts";
import { acceptOffer } from "#core/peers/pairs/accept-offer.ts";
import { closeDue } from "#core/peers/pairs/close-due.ts";
import { declineOffer } from "#core/peers/pairs/decline-offer.ts";
import { leavePair } from "#core/peers/pairs/leave-pair.ts";
import { lookDue } from "#core/peers/pairs/look-due.ts";
import { reportPeer } from "#core/peers/pairs/report-peer.ts";
import { showOffer } from "#core/peers/pairs/show-offer.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, codeOf, joinAs } from "../small-town.ts";
import { DAY_MS, offered, type PeersTown, peersTown, TAGS, together } from "./peers-town.ts";

const TITLE = expect.stringMatching(/^Two of you 1 \([0-9a-f]{8}\)$/);

const seatsOf = ({ north }: PeersTown) =>
  [...north.seats].map(([title, seats]) => [title, [...seats].sort()]);

describeOnBoth("two members", ({ openNew }) => {
  test("who suit are offered to each other, and neither card names anybody or says more than what both chose", async () => {
    const town = await peersTown(await openNew());
    const robin = await town.matched("Calm Robin", [...TAGS, "topic.mood", "life.alone", "age.30-44"]);
    const heron = await town.matched("Quiet Heron", [...TAGS, "topic.sleep", "age.60-74"]);
    await noteLanguage(town.core, robin, "es");
    await changeSettings(town.core, { actor: robin, nickname: "Book club" });
    expect(await lookDue(town.core)).toBe(1);
    await town.drain();
    const cards = town.cards(town.north, "peer-offer");
    expect(cards.map(({ language, community }) => `${language} ${community}`).sort()).toEqual([
      "en Sunny Side",
      "es Book club",
    ]);
    for (const card of cards) {
      expect(card.shared).toEqual({ tags: TAGS, pace: "weekly", times: ["evenings"] });
      expect(JSON.stringify(card)).not.toMatch(/Robin|Heron|mood|sleep|alone|30-44|60-74/);
    }
    const [pair] = await town.offersOf(robin);
    await acceptOffer(town.core, { actor: robin, pairId: pair?.pairId ?? "" });
    expect(town.cards(town.north, "peer-hello")).toEqual([]);
    expect(await acceptOffer(town.core, { actor: heron, pairId: pair?.pairId ?? "" })).toEqual({
      united: true,
    });
    await town.drain();
    expect(town.cards(town.north, "peer-hello")).toMatchObject([
      { names: ["Calm Robin", "Quiet Heron"], hasEnded: false, language: "en", community: "Sunny Side" },
    ]);
    expect(seatsOf(town)).toEqual([[TITLE, ["Calm Robin", "Quiet Heron"]]]);
  });

  test("who both say yes at once meet in one thread, and a yes that is said twice changes nothing", async () => {
    const town = await peersTown(await openNew());
    const { one, other, pairId } = await offered(town, "Calm Robin", "Quiet Heron");
    for (const actor of [one, other]) await noteLanguage(town.core, actor, "es");
    await Promise.all([one, other, one, other].map((actor) => acceptOffer(town.core, { actor, pairId })));
    await town.drain();
    expect(town.cards(town.north, "peer-hello")).toMatchObject([{ language: "es" }]);
    expect(await town.offersOf(one)).toEqual([{ pairId, answer: "yes", state: "together" }]);
  });

  test("of whom one says no: the other's card, answers and room are as if nobody had answered, until its day", async () => {
    const [declined, silent] = await Promise.all([peersTown(await openNew()), peersTown(await openNew())]);
    const one = await offered(declined, "Calm Robin", "Quiet Heron");
    const two = await offered(silent, "Calm Robin", "Quiet Heron");
    const same = async (look: (town: PeersTown, at: typeof one) => Promise<unknown>) => {
      const [first, second] = [await look(declined, one), await look(silent, two)];
      const plain = (value: unknown) => JSON.stringify(value)?.replaceAll(/[0-9a-f-]{36}/g, "id");
      expect(plain(first)).toBe(plain(second));
    };
    await declined.drain();
    await silent.drain();
    const edits = (town: PeersTown, { memberId }: typeof one.other) =>
      town.core.db.delivery.count({ where: { targetId: memberId } });
    const before = await edits(declined, one.other);
    await declineOffer(declined.core, { actor: one.one, pairId: one.pairId });
    await declineOffer(declined.core, { actor: one.one, pairId: one.pairId });
    await declined.drain();
    expect(await edits(declined, one.other)).toBe(before);
    await same((town, at) => town.offerCard(at.other, at.pairId));
    await same((town, at) => acceptOffer(town.core, { actor: at.other, pairId: at.pairId }));
    await same((town, at) => town.offerCard(at.other, at.pairId));
    expect(declined.cards(declined.north, "peer-hello")).toEqual([]);
    for (const town of [declined, silent]) town.clock.advance(7 * DAY_MS);
    await same((town) => closeDue(town.core));
    await same((town, at) => town.offerCard(at.other, at.pairId));
    await same((town, at) => codeOf(acceptOffer(town.core, { actor: at.other, pairId: at.pairId })));
    expect(await codeOf(acceptOffer(declined.core, { actor: one.one, pairId: one.pairId }))).toBe(
      "pair_over",
    );
  });

  test("of another pace, or with no hours in common, or one thing in common, or in a time-out, paused or elsewhere, are not offered", async () => {
    const town = await peersTown(await openNew());
    const robin = await town.matched("Calm Robin");
    await town.matched("Daily Heron", TAGS, { pace: "daily" });
    await town.matched("Far Wren", TAGS, { zone: "asia-pacific" });
    await town.matched("Other Finch", ["topic.pain", "topic.sleep", "stage.years"]);
    expect(await lookDue(town.core)).toBe(0);
    town.clock.advance(DAY_MS);
    const heron = await town.matched("Quiet Heron");
    const finch = await town.matched("Warm Finch");
    const silencedUntil = new Date(town.clock.now().getTime() + 30 * DAY_MS);
    await town.core.db.member.update({ where: { id: heron.memberId }, data: { silencedUntil } });
    await pauseMatching(town.core, { actor: finch });
    const away = await addCommunity(town.core, town.clock, { name: "Lantern", actor: town.admin });
    const wren = await joinAs(away, "Far Wren");
    await chooseTags(town.core, { actor: wren, platform: "north", tags: TAGS });
    const manner = { platform: "north", pace: "weekly", times: ["evenings"], zone: "europe-africa" };
    await chooseManner(town.core, { actor: wren, ...manner });
    await matchMe(town.core, { actor: wren });
    expect(await lookDue(town.core)).toBe(0);
    expect(await town.offersOf(robin)).toEqual([]);
  });

  test("are told of an end a day later and not who left; whoever left is out at once", async () => {
    const town = await peersTown(await openNew());
    const { one, other, pairId } = await together(town, "Calm Robin", "Quiet Heron");
    await leavePair(town.core, { actor: one, pairId });
    await leavePair(town.core, { actor: one, pairId });
    await town.drain();
    expect(seatsOf(town)).toEqual([[TITLE, ["Quiet Heron"]]]);
    expect(town.cards(town.north, "peer-hello")).toMatchObject([{ hasEnded: false }]);
    expect(await codeOf(acceptOffer(town.core, { actor: other, pairId }))).toBe("ok");
    town.clock.advance(DAY_MS - 1000);
    expect(await closeDue(town.core)).toBe(0);
    town.clock.advance(DAY_MS + 1000);
    expect(await closeDue(town.core)).toBe(1);
    await town.drain();
    expect(town.cards(town.north, "peer-hello")).toMatchObject([{ hasEnded: true }]);
    town.clock.advance(100 * DAY_MS);
    expect(await lookDue(town.core)).toBe(0);
  });

  test("for whom no thread can be opened are both told, without a reason that is about either", async () => {
    const town = await peersTown(await openNew());
    const { post } = town.north;
    town.north.post = (to, ...rest) =>
      to.kind === "shared-thread" ? Promise.reject(new DeliveryFailure({ why: "gone" })) : post(to, ...rest);
    const { one, pairId } = await together(town, "Calm Robin", "Quiet Heron");
    const news = town.cards(town.north, "peer-news");
    expect(news.map(({ about, name }) => `${about} ${name}`).sort()).toEqual([
      "not-opened Calm Robin",
      "not-opened Quiet Heron",
    ]);
    expect(await closeDue(town.core)).toBe(1);
    expect(await town.offersOf(one)).toEqual([{ pairId, answer: "yes", state: "ended" }]);
  });

  test("of whom one blocks while the thread opens: nobody stays in it, and the other hears only that there is none", async () => {
    const town = await peersTown(await openNew());
    const { post } = town.north;
    // The thread stands with both in it, its first card is refused for now, and just then one of them blocks the other.
    town.north.post = async (to, ...rest) => {
      if (to.kind !== "shared-thread") return post(to, ...rest);
      town.north.seats.set(to.title, new Set(to.accountIds));
      const { id } = await town.core.db.peerPair.findFirstOrThrow({ where: { state: "together" } });
      const robin = await town.core.db.member.findFirstOrThrow({ where: { pseudonym: "Calm Robin" } });
      const actor = await readActor(town.core.db, robin.id);
      if (actor !== undefined) await blockPeer(town.core, { actor, pairId: id });
      throw new DeliveryFailure({ why: "not-sent" });
    };
    const { other, pairId } = await together(town, "Calm Robin", "Quiet Heron");
    expect(seatsOf(town)).toEqual([[TITLE, ["Quiet Heron"]]]);
    expect(town.cards(town.north, "peer-news")).toEqual([]);
    town.clock.advance(2 * DAY_MS);
    await closeDue(town.core);
    await town.drain();
    expect(seatsOf(town)).toEqual([[TITLE, []]]);
    const news = town.cards(town.north, "peer-news");
    expect(news.map(({ about, name }) => `${about} ${name}`)).toEqual(["not-opened Calm Robin"]);
    expect(await town.offersOf(other)).toEqual([{ pairId, answer: "yes", state: "ended" }]);
  });

  test("of whom one is banned: they are taken out, found by nobody, and the offers of others do not change", async () => {
    const town = await peersTown(await openNew());
    const { core, admin } = town;
    const { one: robin, other: heron } = await together(town, "Calm Robin", "Quiet Heron");
    const wren = await town.matched("Far Wren");
    town.clock.advance(DAY_MS);
    await lookDue(core);
    const [offer] = await town.offersOf(wren);
    const seen = () => town.offerCard(wren, offer?.pairId ?? "");
    const before = await seen();
    expect(before?.stands).toBe("open");
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Calm Robin" };
    const { caseId } = await reportMember(core, { actor: heron, person, reason: "They sell a cure." });
    const chosen = { action: "remove", rule: "3", reason: "It was an offer to sell." } as const;
    await decideCase(core, { actor: admin, named: caseId, chosen });
    await town.drain();
    expect(seatsOf(town)).toEqual([[TITLE, ["Quiet Heron"]]]);
    expect(await core.db.peerTag.count({ where: { memberId: robin.memberId } })).toBe(0);
    expect((await town.offersOf(robin)).map(({ state }) => state).sort()).toEqual(["declined", "leaving"]);
    expect(await seen()).toEqual(before);
  });
});

describeOnBoth("nobody finds out by matching", ({ openNew }) => {
  test("who has a tag: tags change once a week, a change looks for nobody at once, and off and on brings nothing", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const robin = await town.matched("Calm Robin", ["topic.pain", "stage.new"]);
    await town.matched("Quiet Heron", ["topic.sleep", "stage.years"]);
    expect(await lookDue(core)).toBe(0);
    const probe = (tags: string[]) => codeOf(chooseTags(core, { actor: robin, platform: "north", tags }));
    expect(await probe(["topic.sleep", "stage.years"])).toBe("too_many");
    await pauseMatching(core, { actor: robin, forget: true });
    expect(await probe(["topic.sleep", "stage.years"])).toBe("too_many");
    clock.advance(7 * DAY_MS);
    expect(await probe(["topic.sleep", "stage.years"])).toBe("ok");
    await chooseManner(core, {
      ...{ actor: robin, platform: "north", pace: "weekly", times: ["evenings"], zone: "europe-africa" },
    });
    await matchMe(core, { actor: robin });
    await core.db.peerCard.updateMany({
      where: { NOT: { memberId: robin.memberId } },
      data: { nextLookAt: new Date("2040-01-01") },
    });
    expect(await lookDue(core)).toBe(0);
    await pauseMatching(core, { actor: robin });
    await matchMe(core, { actor: robin });
    clock.advance(3 * DAY_MS - 1000);
    expect(await lookDue(core)).toBe(0);
    clock.advance(1000);
    expect(await lookDue(core)).toBe(1);
  });

  test("who is here: at most three offers wait and five come in a week, whether they were found or looked for", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const robin = await town.matched("Calm Robin");
    for (const name of ["Heron", "Finch", "Wren", "Otter", "Swift", "Stork"]) await town.matched(name);
    const look = async (where: object) => {
      // More looks than there are: the bounds do not rest on how often the clock looks.
      await core.db.peerCard.updateMany({ where, data: { nextLookAt: clock.now() } });
      await core.db.peerCard.updateMany({
        where: { NOT: where },
        data: { nextLookAt: new Date("2040-01-01") },
      });
      await lookDue(core);
      return town.offersOf(robin);
    };
    const me = { memberId: robin.memberId };
    for (const most of [1, 2, 3, 3]) expect(await look(me)).toHaveLength(most);
    for (const { pairId } of await town.offersOf(robin)) await declineOffer(core, { actor: robin, pairId });
    for (const most of [4, 5, 5]) expect(await look(me)).toHaveLength(most);
    expect(await look({ NOT: me })).toHaveLength(5);
    clock.advance(7 * DAY_MS);
    expect(await look(me)).toHaveLength(6);
  });

  test("of others' pairs, and by the file: they are not there to answer, leave, show or report", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { one, pairId } = await offered(town, "Calm Robin", "Quiet Heron");
    const wren = await joinAs(town, "Far Wren");
    const tries = [
      () => acceptOffer(core, { actor: wren, pairId }),
      () => declineOffer(core, { actor: wren, pairId }),
      () => leavePair(core, { actor: wren, pairId }),
      () => reportPeer(core, { actor: wren, pairId, reason: "They are loud." }),
      () => showOffer(core, { actor: wren, pairId }),
    ];
    for (const one of tries) expect(await codeOf(one())).toBe("not_found");
    expect(await codeOf(leavePair(core, { actor: wren, pairId: "none" }))).toBe("not_found");
    // Before they met an offer is no way to leave or to report, either.
    expect(await codeOf(leavePair(town.core, { actor: one, pairId }))).toBe("pair_over");
    expect(await codeOf(reportPeer(town.core, { actor: one, pairId, reason: "Who is it?" }))).toBe(
      "pair_over",
    );
    // No row of the file holds a word of what anybody chose.
    const rows = [
      await town.core.db.peerCard.findMany(),
      await town.core.db.peerTag.findMany(),
      await town.core.db.peerSide.findMany(),
      await town.core.db.auditEntry.findMany({ where: { verb: { startsWith: "peers." } } }),
      await town.core.db.delivery.findMany(),
    ];
    const words = TAGS.flatMap((tag) => [tag, labelOf(tag), tag.split(".")[1] ?? ""]).filter(
      (one) => one !== "new",
    );
    const kept = rows
      .flat()
      .flatMap((row) =>
        Object.values(row).map((cell) =>
          cell instanceof Uint8Array ? Buffer.from(cell).toString("latin1") : String(cell),
        ),
      );
    expect(words.filter((word) => kept.some((cell) => cell.includes(word)))).toEqual([]);
  });

  test("what somebody no longer shares: a change of the tags lets go of what waits", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const { one, other, pairId } = await offered(town, "Calm Robin", "Quiet Heron");
    await acceptOffer(core, { actor: one, pairId });
    clock.advance(7 * DAY_MS - 1000);
    await core.db.peerPair.updateMany({ data: { closesAt: new Date(clock.now().getTime() + DAY_MS) } });
    clock.advance(1000);
    await chooseTags(core, { actor: one, platform: "north", tags: ["topic.food"] });
    expect(await acceptOffer(core, { actor: other, pairId })).toEqual({ united: false });
    await town.drain();
    expect(town.cards(town.north, "peer-hello")).toEqual([]);
  });
});
