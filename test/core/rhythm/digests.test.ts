import { expect, test } from "vitest";
import { setDigests } from "#core/communities/set-digests.ts";
import { keptForInbox } from "#core/deliveries/kept-for-inbox.ts";
import { labelExperience } from "#core/experiences/label-experience.ts";
import { readExperience } from "#core/experiences/read-experience.ts";
import { withdrawExperience } from "#core/experiences/withdraw-experience.ts";
import { withdrawEntry } from "#core/library/withdraw-entry.ts";
import { changeSettings } from "#core/members/change-settings.ts";
import { blockAccount } from "#core/peers/blocks/block-account.ts";
import { eraseMember } from "#core/privacy/erase-member.ts";
import { exportMember } from "#core/privacy/export-member.ts";
import { chooseDigest } from "#core/rhythm/choose-digest.ts";
import { myDigest } from "#core/rhythm/my-digest.ts";
import { sendDigestsDue } from "#core/rhythm/send-digests-due.ts";
import { showDigest } from "#core/rhythm/show-digest.ts";
import { stopDigest } from "#core/rhythm/stop-digest.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { shared, sharedBy } from "../experiences/experienced.ts";
import { codeOf, invite, joinAs } from "../small-town.ts";
import { DAY_MS, weekly } from "./weekly.ts";

describeOnBoth("a weekly digest", ({ openNew }) => {
  test("comes once for each member and week who chose it, with what is near and new, and nothing twice; also after a crash and when two send", async () => {
    const it = await weekly(await openNew());
    const { core, clock, otter, heron, town } = it;
    const entryId = await it.kept();
    const { experienceId } = await shared(town, "Warm Finch");
    const robin = await joinAs(town, "Calm Robin");
    expect(await it.sunday()).toBe(0);
    expect((await myDigest(core, { actor: otter })).isOn).toBe(false);
    clock.advance(-5 * DAY_MS);
    for (const actor of [otter, heron]) await it.wants(actor);
    clock.advance(5 * DAY_MS);

    const crashing = {
      ...core,
      newId: () => {
        throw new Error("crash");
      },
    };
    await expect(sendDigestsDue(crashing)).rejects.toThrow("crash");
    expect(await core.db.digest.count()).toBe(0);
    await Promise.all([sendDigestsDue(core), sendDigestsDue(core)]);
    await it.drain();
    expect(it.digests()).toHaveLength(2);
    for (const card of it.digests())
      expect(JSON.stringify(card)).not.toMatch(/headache|screen|Walking|neighbour/);
    expect(await core.db.digest.groupBy({ by: ["week"], _count: true })).toEqual([
      { week: "2031-03-03", _count: 2 },
    ]);
    const own = await showDigest(core, { actor: otter, week: "2031-03-03" });
    expect(own).toMatchObject({
      answers: [{ entryId, question: "Why do I get headaches after working at a screen?" }],
      isNear: false,
      tip: { experienceId, about: "Walking", helped: "Going with a neighbour." },
    });
    expect((await readExperience(core, { actor: otter, experienceId })).pseudonym).toBe("Warm Finch");
    // The answer is to Heron's own question.
    expect(await showDigest(core, { actor: heron, week: "2031-03-03" })).toMatchObject({ answers: [] });
    expect(await codeOf(showDigest(core, { actor: robin, week: "2031-03-03" }))).toBe("not_found");

    // Another day of the same week is no second digest, and a week with nothing new is empty.
    await chooseDigest(core, { actor: otter, platform: "north", weekday: "7", band: "evening" });
    clock.advance(DAY_MS / 2);
    expect(await sendDigestsDue(core)).toBe(0);
    expect(await it.sunday()).toBe(0);
    await sharedBy(town, robin, { typed: { helped: "A nap." } });
    await sharedBy(town, otter, { typed: { helped: "My own." } });
    expect(await it.sunday()).toBe(2);
    const week = (
      await core.db.digest.findFirstOrThrow({
        where: { memberId: otter.memberId },
        orderBy: { week: "desc" },
      })
    ).week;
    expect(await showDigest(core, { actor: otter, week })).toMatchObject({
      answers: [],
      tip: { helped: "A nap." },
    });
    const { questions, messagesToYou } = await core.tx((tx, now) =>
      exportMember(tx, core, { memberId: otter.memberId, now }),
    );
    expect(questions).toEqual([]);
    expect(messagesToYou.digests).toMatchObject([{ answersInIt: 1, tipsInIt: 1 }, { tipsInIt: 1 }]);
  });

  test("prefers what is near: a topic that its reader asked about", async () => {
    const it = await weekly(await openNew());
    const { core, otter, town } = it;
    await it.kept();
    await sharedBy(town, otter, { topic: "Medicines" });
    await it.wants(otter);
    expect(await it.sunday()).toBe(1);
    expect(it.digests()).toMatchObject([{ counts: { answers: 1, isNear: true, tips: 0 } }]);
    const actor = otter;
    await changeSettings(core, { actor, quiet: true, nickname: "Book club" });
    await core.db.digest.deleteMany();
    await core.db.digestSeen.deleteMany();
    await core.db.libraryEntry.updateMany({
      data: { reviewedAt: new Date(it.clock.now().getTime() + 5 * DAY_MS) },
    });
    expect(await it.sunday()).toBe(1);
    expect(it.digests().at(-1)).toMatchObject({ community: "Book club", counts: undefined });

    await changeSettings(core, { actor, reach: "inbox" });
    for (const name of ["Warm Finch", "Far Wren"]) {
      await shared(town, name);
      expect(await it.sunday()).toBe(1);
    }
    expect(it.digests()).toHaveLength(2);
    const [kept, ...more] = await keptForInbox(core, { actor });
    expect([kept?.kind, more]).toEqual(["digest", []]);
    await changeSettings(core, { actor, reach: "dm" });
    await it.drain();
    expect(it.digests()).toHaveLength(3);
  });

  test("has nothing of whoever is gone, hidden from its reader or labelled, and shows nothing that was taken back since", async () => {
    const it = await weekly(await openNew());
    const { core, otter, heron, town } = it;
    const entryId = await it.kept();
    const gone = await shared(town, "Gone Finch", { typed: { helped: "Gone." } });
    const banned = await shared(town, "Banned Wren", { typed: { helped: "Banned." } });
    const blocked = await shared(town, "Blocked Crow", { typed: { helped: "Blocked." } });
    const blocker = await shared(town, "Blocking Kite", { typed: { helped: "Blocking." } });
    const labelled = await shared(town, "Amber Lark", { typed: { helped: "Amber." } });
    await shared(town, "Sad Heron", { typed: { helped: "I want to kill myself tonight." } });
    await shared(town, "Silent Owl", { typed: { helped: "" } });
    await shared(town, "Private Jay", {
      typed: { helped: "Providers only." },
      uses: ["community", "providers"],
    });
    await core.db.experienceUse.updateMany({
      where: { use: "community", experience: { author: { pseudonym: "Private Jay" } } },
      data: { withdrawnAt: it.clock.now() },
    });
    await eraseMember(core, { actor: gone.actor, typed: "Gone Finch" });
    await core.db.member.update({ where: { id: banned.actor.memberId }, data: { state: "banned" } });
    await blockAccount(core, { actor: otter, person: { platform: "north", accountId: "Blocked Crow" } });
    await blockAccount(core, {
      actor: blocker.actor,
      person: { platform: "north", accountId: "Loud Otter" },
    });
    const mo = await invite(town, "Mo", "moderator");
    await labelExperience(core, { actor: mo, number: labelled.number, label: "violence", on: true });
    await it.wants(otter);
    expect(await it.sunday()).toBe(1);
    expect(it.digests()).toMatchObject([{ counts: { answers: 1, questions: 0, tips: 0 } }]);
    const shows = () => codeOf(showDigest(core, { actor: otter, week: "2031-03-03" }));
    expect(await shows()).toBe("ok");
    await withdrawEntry(core, { actor: heron, entryId });
    expect(await shows()).toBe("not_found");
    const finch = await shared(town, "New Finch", { typed: { helped: "Tea." } });
    expect(await it.sunday()).toBe(1);
    await withdrawExperience(core, { actor: finch.actor, experienceId: finch.experienceId });
    expect(await codeOf(showDigest(core, { actor: otter, week: "2031-03-10" }))).toBe("not_found");
    expect(await codeOf(readExperience(core, { actor: otter, experienceId: blocked.experienceId }))).toBe(
      "not_found",
    );
  });

  test("goes to nobody who stopped, left, was banned or erased, nor where the community has none", async () => {
    const it = await weekly(await openNew());
    const { core, otter, heron, town } = it;
    await shared(town, "Warm Finch");
    const [robin, wren, crow] = [
      await joinAs(town, "Calm Robin"),
      await joinAs(town, "Far Wren"),
      await joinAs(town, "Old Crow"),
    ];
    for (const actor of [otter, heron, robin, wren, crow]) await it.wants(actor);
    await stopDigest(core, { actor: otter });
    await stopDigest(core, { actor: otter });
    await core.db.member.update({ where: { id: heron.memberId }, data: { state: "left" } });
    await core.db.member.update({ where: { id: robin.memberId }, data: { state: "banned" } });
    await eraseMember(core, { actor: wren, typed: "Far Wren" });
    await setDigests(core, { actor: town.admin, digests: "off" });
    expect(await it.sunday()).toBe(0);
    expect(it.digests()).toEqual([]);
    await setDigests(core, { actor: town.admin, digests: "on" });
    it.clock.advance(7 * DAY_MS);
    // One that waits to be sent goes with the wish.
    expect(await sendDigestsDue(core)).toBe(1);
    await stopDigest(core, { actor: crow });
    await it.drain();
    expect(it.digests()).toEqual([]);
    expect(await core.db.rhythm.count({ where: { memberId: wren.memberId } })).toBe(0);
    expect(await core.db.digest.findMany({ select: { memberId: true } })).toEqual([
      { memberId: crow.memberId },
    ]);
    await eraseMember(core, { actor: crow, typed: "Old Crow" });
    expect(await core.db.digest.count()).toBe(0);
    expect(await core.db.digestSeen.count()).toBe(0);
  });
});
