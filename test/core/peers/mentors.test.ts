import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { readActor } from "#core/members/read-actor.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { chooseManner } from "#core/peers/card/choose-manner.ts";
import { chooseTags } from "#core/peers/card/choose-tags.ts";
import { matchMe } from "#core/peers/card/match-me.ts";
import { answerTouch } from "#core/peers/mentors/answer-touch.ts";
import { askMentorsDue } from "#core/peers/mentors/ask-due.ts";
import { chooseCap, pauseMentoring, stopMentoring } from "#core/peers/mentors/change-mentoring.ts";
import { approveMentor, declineMentor, endMentorRole } from "#core/peers/mentors/decide-mentor.ts";
import { listMentors, showMentor } from "#core/peers/mentors/list-mentors.ts";
import { openQuiz, takeQuiz } from "#core/peers/mentors/take-quiz.ts";
import { acceptOffer } from "#core/peers/pairs/accept-offer.ts";
import { closeDue } from "#core/peers/pairs/close-due.ts";
import { lookDue } from "#core/peers/pairs/look-due.ts";
import { eraseMember } from "#core/privacy/erase-member.ts";
import { exportMember } from "#core/privacy/export-member.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, invite, joinAs } from "../small-town.ts";
import { DAY_MS, type PeersTown, peersTown, TAGS } from "./peers-town.ts";

const MANNER = { platform: "north", pace: "weekly", times: ["evenings"], zone: "europe-africa" };

/** What the next questions ask, answered rightly but for some. */
async function answersOf({ core }: PeersTown, actor: Actor, { wrong = 0 } = {}) {
  const { tries, questions } = await openQuiz(core, { actor });
  const answers = Object.fromEntries(
    questions.map(({ id, choices }, at) => {
      const chosen = choices.find((choice) => (choice.right === true) === at >= wrong);
      return [id, chosen?.id ?? ""];
    }),
  );
  return { actor, platform: "north", tries, answers };
}

async function passes(town: PeersTown, actor: Actor): Promise<void> {
  expect(await takeQuiz(town.core, await answersOf(town, actor))).toEqual({ wrong: [] });
}

const again = async ({ core }: PeersTown, { memberId }: Actor): Promise<Actor> => {
  const actor = await readActor(core.db, memberId);
  if (actor === undefined) throw new Error("they are not here");
  return actor;
};

/** A mentor who is found, seekers who want one, and a moderator; all have been here for four weeks. */
async function mentored(town: PeersTown, ...names: readonly string[]) {
  const { core } = town;
  const mo = await invite(town, "Mo", "moderator");
  const joined = await joinAs(town, "Wise Owl");
  const seekers: Actor[] = [];
  for (const name of names) seekers.push(await joinAs(town, name));
  town.clock.advance(28 * DAY_MS);
  await passes(town, joined);
  await approveMentor(core, { actor: mo, member: "Wise Owl", reason: "" });
  const owl = await again(town, joined);
  await found(town, owl, "peer");
  for (const seeker of seekers) await found(town, seeker, "mentor");
  return { mo, owl, seekers };
}

async function found({ core }: PeersTown, actor: Actor, wants: string) {
  await chooseTags(core, { actor, platform: "north", tags: TAGS });
  await chooseManner(core, { actor, ...MANNER, wants });
  await matchMe(core, { actor });
}

const newest = async (town: PeersTown, actor: Actor): Promise<string> =>
  (await town.offersOf(actor)).at(-1)?.pairId ?? "";

/** A mentor and somebody who both said yes; and with whoever else is named. */
async function inPair(town: PeersTown, ...others: readonly string[]) {
  const made = await mentored(town, "Quiet Heron", ...others);
  const [heron] = made.seekers;
  if (heron === undefined) throw new Error("nobody seeks");
  await lookDue(town.core);
  for (const seeker of made.seekers) {
    const pairId = await newest(town, seeker);
    for (const actor of [seeker, made.owl]) await acceptOffer(town.core, { actor, pairId });
  }
  await town.drain();
  const pairIds = await Promise.all(made.seekers.map((seeker) => newest(town, seeker)));
  return { ...made, heron, pairId: pairIds[0] ?? "", other: pairIds[1] ?? "" };
}

const checksOf = (town: PeersTown) =>
  town.cards(town.north, "mentor-check").map(({ you, asks, name }) => `${you} ${asks} ${name}`);
const newsOf = (town: PeersTown) =>
  town.cards(town.north, "peer-news").map(({ about, name }) => `${about} ${name}`);

describeOnBoth("becoming a mentor", ({ openNew }) => {
  test("takes four weeks, no strike that stands, all five right, and a moderator who is somebody else", async () => {
    const town = await peersTown(await openNew());
    const { core, clock, north, south } = town;
    const mo = await invite(town, "Mo", "moderator");
    const owl = await joinAs(town, "Wise Owl");
    const otter = await joinAs(town, "Loud Otter");
    clock.advance(28 * DAY_MS - 1000);
    expect(await codeOf(openQuiz(core, { actor: owl }))).toBe("not_mentor_yet");
    clock.advance(1000);
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
    const { caseId } = await reportMember(core, { actor: owl, person, reason: "They sell a cure." });
    const chosen = { action: "strike", rule: "3", reason: "It was an offer to sell." } as const;
    await decideCase(core, { actor: mo, named: caseId, chosen });
    expect(await codeOf(openQuiz(core, { actor: otter }))).toBe("not_mentor_yet");

    const first = await answersOf(town, owl, { wrong: 2 });
    const both = await Promise.all([first, first].map((one) => codeOf(takeQuiz(core, one))));
    expect(both.sort()).toEqual(["ok", "too_many"]);
    expect(await codeOf(openQuiz(core, { actor: owl }))).toBe("too_many");
    clock.advance(DAY_MS);
    expect(await codeOf(takeQuiz(core, first))).toBe("form_over");
    const second = await answersOf(town, owl, { wrong: 1 });
    expect(Object.keys(second.answers)).not.toEqual(Object.keys(first.answers));
    const { wrong } = await takeQuiz(core, second);
    expect(wrong.map(({ id, why }) => [id, why.length > 20])).toEqual([
      [Object.keys(second.answers)[0], true],
    ]);
    expect(await codeOf(showMentor(core, { actor: mo, member: "Wise Owl" }))).toBe("mentor_status");
    await town.drain();
    expect(town.cards(south, "mentor-request")).toEqual([]);
    clock.advance(DAY_MS);
    await passes(town, owl);
    await town.drain();
    expect(town.cards(south, "mentor-request")).toMatchObject([
      { name: "Wise Owl", points: 0, tries: 3, state: "waiting", joinedAt: expect.any(Date) },
    ]);
    expect(await codeOf(openQuiz(core, { actor: owl }))).toBe("not_mentor_yet");
    const alone = { ...owl, roles: ["patient", "moderator"] } as const;
    expect(await codeOf(approveMentor(core, { actor: alone, member: "Wise Owl", reason: "" }))).toBe(
      "not_allowed",
    );
    await approveMentor(core, { actor: mo, member: "Wise Owl", reason: "Welcome, you are patient." });
    expect(await codeOf(declineMentor(core, { actor: mo, member: "Wise Owl", reason: "No." }))).toBe(
      "mentor_status",
    );
    expect((await again(town, owl)).roles).toContain("mentor");
    await town.drain();
    expect(town.cards(south, "mentor-request")).toMatchObject([{ state: "active" }]);
    expect(town.cards(north, "mentor-news")).toMatchObject([
      { about: "approved", reason: "Welcome, you are patient." },
    ]);
    await endMentorRole(core, { actor: mo, member: "Wise Owl", reason: "You named a dose." });
    expect((await again(town, owl)).roles).not.toContain("mentor");
    await town.drain();
    expect(town.cards(north, "mentor-news").at(-1)).toMatchObject({ reason: "You named a dose." });
    clock.advance(89 * DAY_MS);
    expect(await codeOf(openQuiz(core, { actor: owl }))).toBe("not_mentor_yet");
    clock.advance(DAY_MS);
    await passes(town, owl);
    const reason = "Rest a little first.";
    await declineMentor(core, { actor: mo, member: "Wise Owl", reason });
    await town.drain();
    expect(town.cards(north, "mentor-news").at(-1)).toMatchObject({ about: "declined", reason });
    expect(await listMentors(core, { actor: mo })).toEqual([]);
  });
});

describeOnBoth("a mentor", ({ openNew }) => {
  test("is offered first to whom wants one, by the same pace and shared things, and never to whom does not", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const { owl, seekers } = await mentored(town, "Quiet Heron", "Calm Robin", "Far Wren");
    const [heron, robin, wren] = seekers as [Actor, Actor, Actor];
    await chooseManner(core, { actor: robin, ...MANNER, wants: "both" });
    await chooseManner(core, { actor: wren, ...MANNER, pace: "daily", wants: "mentor" });
    // The mentor does not look for themselves today, so each offer is one that was looked for.
    const never = { nextLookAt: new Date("2040-01-01") };
    await core.db.peerCard.update({ where: { memberId: owl.memberId }, data: never });
    expect(await lookDue(core)).toBe(2);
    await town.drain();
    for (const seeker of [heron, robin])
      expect(await town.offerCard(seeker, await newest(town, seeker))).toMatchObject({ mentor: "they" });
    expect(await town.offerCard(owl, await newest(town, owl))).toMatchObject({ mentor: "you" });
    expect(await town.offersOf(wren)).toEqual([]);
    const offers = town.cards(town.north, "peer-offer");
    expect(offers).toHaveLength(4);
    expect(JSON.stringify(offers)).not.toMatch(/Owl|Heron|Robin/);
    // Who looks for somebody like themselves finds the mentor as that, and who wants a mentor is no such person.
    await pauseMentoring(core, { actor: owl, paused: true });
    const swift = await joinAs(town, "New Swift");
    await chooseManner(core, { actor: swift, ...MANNER, wants: "peer" });
    await found(town, swift, "peer");
    clock.advance(DAY_MS);
    await core.db.peerCard.update({ where: { memberId: robin.memberId }, data: never });
    expect(await lookDue(core)).toBe(1);
    expect(await town.offerCard(swift, await newest(town, swift))).toMatchObject({ mentor: undefined });
    expect([(await town.offersOf(heron)).length, (await town.offersOf(wren)).length]).toEqual([1, 0]);
  });

  test("has no more pairs than they chose: of two yeses at once one is refused, and later ones look like silence", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { owl, seekers } = await mentored(town, "Quiet Heron", "Calm Robin", "Far Wren");
    for (const cap of [0, 4, 1.5, Number.NaN])
      expect(await codeOf(chooseCap(core, { actor: owl, cap }))).toBe("invalid_input");
    await chooseCap(core, { actor: owl, cap: 1 });
    expect(await lookDue(core)).toBe(3);
    const pairIds = await Promise.all(seekers.map((seeker) => newest(town, seeker)));
    const [heronsId = "", robinsId = "", wrensId = ""] = pairIds;
    const [heron, robin, wren] = seekers as [Actor, Actor, Actor];
    await acceptOffer(core, { actor: heron, pairId: heronsId });
    const yes = (pairId: string) => codeOf(acceptOffer(core, { actor: owl, pairId }));
    expect((await Promise.all([yes(heronsId), yes(robinsId)])).sort()).toEqual(["mentor_full", "ok"]);
    const open = () =>
      core.db.peerPair.count({ where: { state: "together", mentoring: { mentorId: owl.memberId } } });
    await chooseCap(core, { actor: owl, cap: 3 });
    for (const pairId of pairIds) await yes(pairId);
    expect(await open()).toBe(1);
    // Said yes to both, then wanted fewer: both of them say yes at once.
    await chooseCap(core, { actor: owl, cap: 1 });
    expect(
      await Promise.all([
        acceptOffer(core, { actor: robin, pairId: robinsId }),
        acceptOffer(core, { actor: wren, pairId: wrensId }),
      ]),
    ).toEqual([{ united: false }, { united: false }]);
    expect(await open()).toBe(1);
    const swift = await joinAs(town, "New Swift");
    await found(town, swift, "mentor");
    expect(await lookDue(core)).toBe(0);
    // Their day is over: those offers take no room any more, and with a second one there is some again.
    town.clock.advance(7 * DAY_MS);
    await closeDue(core);
    await chooseCap(core, { actor: owl, cap: 2 });
    expect(await lookDue(core)).toBe(1);
    expect(await town.offersOf(swift)).toHaveLength(1);
  });

  test("and the other are asked whether they are in touch; nobody is blamed, and nothing is read", async () => {
    const town = await peersTown(await openNew());
    const { core, clock } = town;
    const { mo, owl, heron, other, pairId } = await inPair(town, "Calm Robin");
    const says = (actor: Actor, answer: Parameters<typeof answerTouch>[1]["answer"]) =>
      codeOf(answerTouch(core, { actor, pairId, answer }));
    clock.advance(7 * DAY_MS - 60_000);
    expect(await askMentorsDue(core)).toBe(0);
    clock.advance(60_000);
    expect(await askMentorsDue(core)).toBe(2);
    expect(await askMentorsDue(core)).toBe(0);
    await town.drain();
    expect(checksOf(town).sort()).toEqual([
      "mentee touch Wise Owl",
      "mentee touch Wise Owl",
      "mentor touch Calm Robin",
      "mentor touch Quiet Heron",
    ]);
    // Who has no time hands the pair back; the other hears at once that it is not because of them.
    await answerTouch(core, { actor: owl, pairId: other, answer: "no-time" });
    await town.drain();
    expect(newsOf(town)).toEqual(["handed-back Wise Owl"]);
    const shown = () => showMentor(core, { actor: mo, member: "Wise Owl" });
    expect(await shown()).toMatchObject({ handedBack: 1, open: 2 });
    expect(await says(owl, "not-yet")).toBe("invalid_input");
    expect(await says(heron, "no-time")).toBe("invalid_input");
    expect(await says(mo, "yes")).toBe("not_allowed");
    expect(await says(owl, "yes")).toBe("ok");
    await town.drain();
    expect(new Set(checksOf(town))).toEqual(
      new Set(["mentee done Wise Owl", "mentor done Quiet Heron", "mentor done Calm Robin"]),
    );
    clock.advance(28 * DAY_MS);
    await closeDue(core);
    expect(await shown()).toMatchObject({ open: 1 });
    expect(await askMentorsDue(core)).toBe(1);
    for (const answer of ["not-yet", "not-yet"] as const) expect(await says(heron, answer)).toBe("ok");
    // Only the one who waits for a word can say that it came.
    expect(await says(owl, "yes")).toBe("ok");
    await town.drain();
    expect(checksOf(town).filter((check) => check.includes("word"))).toEqual(["mentor word Quiet Heron"]);
    clock.advance(7 * DAY_MS);
    expect(await askMentorsDue(core)).toBe(1);
    await town.drain();
    expect(checksOf(town)).toContain("mentee other Wise Owl");
    expect(await says(heron, "another")).toBe("ok");
    expect(await says(heron, "another")).toBe("ok");
    await town.drain();
    expect([...town.north.seats.values()].map((seats) => [...seats]).sort()).toEqual([
      ["Calm Robin"],
      ["Wise Owl"],
    ]);
    expect(await shown()).toMatchObject({ handedBack: 2 });
    clock.advance(60 * DAY_MS);
    await closeDue(core);
    expect(await askMentorsDue(core)).toBe(0);
    expect(await says(heron, "yes")).toBe("pair_over");
  });

  test("who stops, or may not write, is none any more: the pair goes on, both are told, and waiting offers look like silence", async () => {
    const town = await peersTown(await openNew());
    const { core } = town;
    const { mo, owl, pairId } = await inPair(town);
    const wren = await joinAs(town, "Far Wren");
    await found(town, wren, "mentor");
    await lookDue(core);
    const waiting = await newest(town, wren);
    await stopMentoring(core, { actor: owl });
    await town.drain();
    expect(newsOf(town).sort()).toEqual(["mentored-before Quiet Heron", "no-mentor-now Wise Owl"]);
    expect(await core.db.memberRole.count({ where: { role: "mentor" } })).toBe(0);
    expect(await core.db.peerPair.findUnique({ where: { id: pairId } })).toMatchObject({ state: "together" });
    expect((await town.offerCard(wren, waiting))?.stands).toBe("open");
    expect((await core.db.peerPair.findUnique({ where: { id: waiting } }))?.state).toBe("declined");
    expect(await codeOf(stopMentoring(core, { actor: owl }))).toBe("mentor_status");

    await passes(town, owl);
    await approveMentor(core, { actor: mo, member: "Wise Owl", reason: "Welcome back." });
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Wise Owl" };
    const { caseId } = await reportMember(core, { actor: wren, person, reason: "They sell a cure." });
    const chosen = { action: "time-out", rule: "3", reason: "Sales.", forMs: DAY_MS } as const;
    await decideCase(core, { actor: mo, named: caseId, chosen });
    await town.drain();
    expect(town.cards(town.north, "mentor-news").at(-1)).toMatchObject({ about: "over", reason: "" });
    expect(await core.db.memberRole.count({ where: { role: "mentor" } })).toBe(0);
    const kept = await core.tx((tx, now) => exportMember(tx, core, { memberId: owl.memberId, now }));
    expect(kept.peers.mentoring).toMatchObject([{ state: "ended", tries: 2 }]);
    expect(kept.peers.pairs).toMatchObject([{ mentor: "you" }, { mentor: "you" }]);
    await eraseMember(core, { actor: await again(town, owl), typed: "Wise Owl" });
    expect([await core.db.mentor.count(), await core.db.mentoring.count()]).toEqual([0, 0]);
    await town.drain();
    expect(JSON.stringify(town.cards(town.south, "mentor-request"))).not.toContain("Owl");
  });
});
