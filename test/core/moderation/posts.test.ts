import { expect, test } from "vitest";
import { foundInPost } from "#core/moderation/automatic/found-in-post.ts";
import { loadOwnDetailsCard } from "#core/moderation/automatic/load-own-details-card.ts";
import { reportFound } from "#core/moderation/automatic/report-found.ts";
import { tellOwnDetails } from "#core/moderation/automatic/tell-own-details.ts";
import { loadCrisisLines, ownCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { packPolicies } from "#core/screening/policies/load-policies.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { joinAs, smallTown } from "../small-town.ts";

const parts = { policies: packPolicies, crisisLines: () => loadCrisisLines(ownCrisisLines("/nowhere")) };
const found = (text: string) => foundInPost(parts, text);

test.each([
  ["I want to kill myself tonight", ["crisis"]],
  ["I took all the pills, 40 of them, I can't breathe", ["emergency"]],
  ["You are a stupid cow and should die", ["harassment"]],
  ["I am a doctor, trust me, stop taking your pills", ["impersonation"]],
  ["Selling leftover insulin, DM me", ["sales"]],
  ["Good morning everybody, the rain kept me up", []],
  ["I want to stop chemo", []],
  ["", []],
])("in %j it finds %j", (text, kinds) => {
  expect(found(text)).toEqual({ kinds, own: [] });
});

test.each([
  ["Call me on 555-201-8834", ["PHONE"]],
  ["I live at 12 Elm Street, my mail is maya@example.com", ["EMAIL", "ADDRESS"]],
  ["Hello, I'm Maria Gonzalez, nice to meet you", ["NAME"]],
  ["My name is Robin Hale and I have lupus", ["NAME"]],
  ["Me llamo Juan Pérez", ["NAME"]],
  // Of others, or a first name alone: ordinary talk.
  ["Has anybody read Atul Gawande?", []],
  ["Dr Smith told me to rest", []],
  ["I'm Maria", []],
  ["See you in London tomorrow", []],
  // The number of a help line points at nobody.
  ["Call 116 123, they helped me", []],
  // Where something graver is found, nobody is told of a number besides.
  ["Selling leftover insulin, call 555-201-8834", []],
  ["I want to kill myself tonight, 555-201-8834", []],
])("of whom %j is by it finds %j", (text, own) => {
  expect(found(text).own).toEqual(own);
});

test("a text that is far too long for a message is looked at in part, and at once", () => {
  const began = performance.now();
  found("call me on 555-201-8834 ".repeat(50_000));
  expect(performance.now() - began).toBeLessThan(2000);
});

describeOnBoth("personal details that somebody wrote in the open", ({ openNew }) => {
  test("are told to them once an hour, however many at once, and to nobody who is no member", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId, clock } = town;
    const heron = await joinAs(town, "Quiet Heron", "heron#1");
    const tell = (accountId: string) =>
      tellOwnDetails(core, { communityId, platform: "north", accountId, types: ["PHONE", "NAME"] });
    expect(await tell("stranger#7")).toBe(false);
    expect((await Promise.all([tell("heron#1"), tell("heron#1"), tell("heron#1")])).filter(Boolean)).toEqual([
      true,
    ]);
    clock.advance(3_600_001);
    expect(await tell("heron#1")).toBe(true);
    const sent = await core.db.delivery.findMany({ where: { kind: "own-details" } });
    expect(sent.map(({ targetId, op }) => [targetId, op])).toEqual([
      [heron.memberId, "post"],
      [heron.memberId, "post"],
    ]);
    const card = await core.tx((tx) => loadOwnDetailsCard(tx, core, sent[0]?.subjectId ?? ""));
    expect(card).toEqual({ kind: "own-details", community: "Sunny Side", types: ["PHONE", "NAME"] });
    await core.db.member.update({ where: { id: heron.memberId }, data: { state: "banned" } });
    clock.advance(3_600_001);
    expect(await tell("heron#1")).toBe(false);
    expect(await core.db.case.count()).toBe(0);
  });

  test("a post that is found twice stays one case, in the middle of a flood too", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId } = town;
    const report = (messageId: string) =>
      reportFound(core, {
        communityId,
        kind: "sales",
        reason: "Automatic.",
        post: {
          platform: "north",
          spaceId: "Sunny Side/patients",
          channelId: "lounge",
          messageId,
          authorId: "raider#1",
          text: `Selling, ${messageId}`,
          writtenAt: new Date("2031-03-04T08:00:00Z"),
        },
      });
    const first = await report("m-0");
    for (let at = 1; at < 12; at += 1) await report(`m-${at}`);
    expect(await report("m-0")).toEqual(first);
  });
});
