import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { changeAmbers } from "#core/experiences/change-ambers.ts";
import { changeUse } from "#core/experiences/change-use.ts";
import { choose } from "#core/experiences/choose.ts";
import { chooseLabels } from "#core/experiences/choose-labels.ts";
import { draftExperience } from "#core/experiences/draft-experience.ts";
import { editExperience } from "#core/experiences/edit-experience.ts";
import { endDrafts } from "#core/experiences/end-drafts.ts";
import { EXPERIENCE_STATUSES, next } from "#core/experiences/experience.ts";
import { findExperiences } from "#core/experiences/find-experiences.ts";
import { listExperiences } from "#core/experiences/list-experiences.ts";
import { removeExperience } from "#core/experiences/remove-experience.ts";
import { shareAgain } from "#core/experiences/share-again.ts";
import { shareExperience } from "#core/experiences/share-experience.ts";
import { showExperience } from "#core/experiences/show-experience.ts";
import { showOwn } from "#core/experiences/show-own.ts";
import { withdrawExperience } from "#core/experiences/withdraw-experience.ts";
import { exportMember } from "#core/privacy/export-member.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { moderatedTown, standing } from "../moderation/moderated.ts";
import { addCommunity, auditOf, codeOf, invite, joinAs, smallTown, type Town } from "../small-town.ts";
import { readyToShare, shared, sharedBy, TYPED } from "./experienced.ts";

const found = async ({ core }: Town, actor: Actor, words = "walking", topic?: string) =>
  (await findExperiences(core, { actor, words, ...(topic === undefined ? {} : { topic }) })).cards;

const stored = async ({ core }: Town, experienceId: string) =>
  core.db.experience.findUniqueOrThrow({ where: { id: experienceId } });

test("what is removed or cancelled has no way back, and every other status leads somewhere", () => {
  for (const status of EXPERIENCE_STATUSES) {
    const over = status === "removed" || status === "cancelled";
    const leads = (["share", "withdraw", "remove", "share-again"] as const).some((event) =>
      next(status, event),
    );
    expect([status, leads]).toEqual([status, !over]);
  }
});

describeOnBoth("sharing an experience", (database) => {
  test("is shown first without what points at anybody, and then found as it was shown", async () => {
    const town = await smallTown(await database.openNew());
    const { core } = town;
    const [heron, finch] = [await joinAs(town, "Quiet Heron"), await joinAs(town, "Warm Finch")];
    const typed = { ...TYPED, helped: "Jack Miller walked with me. His number is 020 7946 0958." };
    const draft = await draftExperience(core, { actor: heron, typed });
    expect(draft.segments.helped.filter(({ removed }) => removed).map(({ text }) => text)).toEqual([
      "Jack Miller",
      "020 7946 0958",
    ]);
    expect(draft.text.helped).toBe("[name] walked with me. His number is [phone number].");
    expect(await found(town, finch)).toEqual([]);
    const { experienceId } = await sharedBy(town, heron, { typed, whose: "parent" });
    const [card] = await found(town, finch);
    expect(card).toMatchObject({
      experienceId,
      pseudonym: "Quiet Heron",
      whose: "parent",
      isOwn: false,
      text: { ...TYPED, helped: draft.text.helped },
    });
    // How it went is counted, and told to nobody beside a name.
    expect(JSON.stringify(card)).not.toMatch(/some|weeks/);
    expect(await auditOf(town, experienceId)).toEqual([
      "experience.drafted",
      "experience.allowed",
      "experience.shared",
    ]);
  });

  test("waits for every choice, for the community's yes, and for the card that was seen", async () => {
    const town = await smallTown(await database.open());
    const { core } = town;
    const actor = await joinAs(town, "Careful Wren");
    const { experienceId } = await draftExperience(core, { actor, typed: TYPED });
    const share = (edition: number) => codeOf(shareExperience(core, { actor, experienceId, edition }));
    expect(await share(1)).toBe("choices_missing");
    const ready = await readyToShare(town, actor, { uses: ["providers", "library"] });
    expect(await codeOf(shareExperience(core, { actor, ...ready }))).toBe("no_consent");
    await changeUse(core, { actor, experienceId: ready.experienceId, use: "community", on: true });
    await editExperience(core, { actor, experienceId: ready.experienceId, typed: TYPED });
    expect(await codeOf(shareExperience(core, { actor, ...ready }))).toBe("stale_card");
    const { edition } = await showOwn(core, { actor, experienceId: ready.experienceId });
    const both = await Promise.all(
      [1, 2].map(() => codeOf(shareExperience(core, { actor, ...ready, edition }))),
    );
    expect(both.sort()).toEqual(["ok", "stale_card"]);
  });

  test("is of its author alone, and of its community alone", async () => {
    const town = await smallTown(await database.openNew());
    const { core, clock } = town;
    const other = await addCommunity(core, clock, { name: "Lantern", actor: town.admin });
    const heron = await shared(town, "Quiet Heron");
    const [finch, rook] = [await joinAs(town, "Warm Finch"), await joinAs(other, "Far Rook")];
    for (const actor of [finch, rook]) {
      const own = { actor, experienceId: heron.experienceId };
      for (const act of [
        () => showOwn(core, own),
        () => editExperience(core, { ...own, typed: TYPED }),
        () => shareExperience(core, { ...own, edition: heron.edition }),
        () => changeUse(core, { ...own, use: "library", on: true }),
        () => chooseLabels(core, { ...own, labels: ["violence"] }),
        () => withdrawExperience(core, own),
        () => removeExperience(core, own),
      ])
        expect(await codeOf(act())).toBe("not_found");
    }
    expect(await found(other, rook)).toEqual([]);
    const mo = await invite(other, "Far Mo", "moderator");
    expect(await codeOf(showExperience(core, { actor: mo, number: heron.number }))).toBe("not_found");
    expect(await listExperiences(core, { actor: mo })).toEqual([]);
  });

  test("ends at once when it is withdrawn, can be shared again, and is deleted without a word left", async () => {
    const town = await smallTown(await database.openNew());
    const { core } = town;
    const { actor, experienceId } = await shared(town, "Quiet Heron", {
      uses: ["community", "providers", "library"],
    });
    const finch = await joinAs(town, "Warm Finch");
    await withdrawExperience(core, { actor, experienceId });
    expect(await found(town, finch)).toEqual([]);
    expect((await showOwn(core, { actor, experienceId })).uses).toEqual({
      community: false,
      providers: false,
      library: false,
    });
    await shareAgain(core, { actor, experienceId });
    expect(await found(town, finch)).toHaveLength(1);
    const quiet: Actor = { ...actor, silencedUntil: new Date(core.clock.now().getTime() + 1000) };
    const widen = { experienceId, use: "library", on: true };
    expect(await codeOf(changeUse(core, { ...widen, actor: quiet }))).toBe("silenced");
    await changeUse(core, { actor: quiet, experienceId, use: "community", on: false });
    expect(await stored(town, experienceId)).toMatchObject({ status: "withdrawn" });
    expect(await found(town, finch)).toEqual([]);
    await removeExperience(core, { actor, experienceId });
    expect(await stored(town, experienceId)).toMatchObject({
      status: "removed",
      originalSealed: null,
      crossingSealed: null,
      outcome: null,
    });
    expect(await codeOf(shareAgain(core, { actor, experienceId }))).toBe("not_found");
    expect(await core.db.experienceVersion.count({ where: { experienceId } })).toBe(0);
  });

  test("keeps the old words until the new ones are shared", async () => {
    const town = await smallTown(await database.openNew());
    const { core } = town;
    const { actor, experienceId } = await shared(town, "Quiet Heron");
    const finch = await joinAs(town, "Warm Finch");
    const typed = { ...TYPED, friend: "Go slowly." };
    const { edition } = await editExperience(core, { actor, experienceId, typed });
    expect((await found(town, finch))[0]?.text.friend).toBe(TYPED.friend);
    await shareExperience(core, { actor, experienceId, edition });
    expect((await found(town, finch))[0]?.text.friend).toBe("Go slowly.");
    const { experiences } = await core.tx((tx, now) =>
      exportMember(tx, core, { memberId: actor.memberId, now }),
    );
    expect(experiences.experiences[0]).toMatchObject({
      sharedText: typed,
      earlierTexts: [{ sharedText: TYPED }],
    });
  });

  test("is changed on a preview without a change for others, until Share; a draft that was given up ends", async () => {
    const town = await smallTown(await database.openNew());
    const { core, clock } = town;
    const { actor, experienceId } = await shared(town, "Quiet Heron", { uses: ["community", "providers"] });
    const finch = await joinAs(town, "Warm Finch");
    await choose(core, { actor, experienceId, choice: "topic", value: "Symptoms" });
    const off = (use: string) => changeUse(core, { actor, experienceId, use, on: false });
    await off("community");
    expect(await found(town, finch)).toHaveLength(1);
    expect((await off("providers")).uses).toEqual({ community: false, providers: false, library: false });
    const { edition } = await choose(core, { actor, experienceId, choice: "outcome", value: "worse" });
    const share = (seen: number) => codeOf(shareExperience(core, { actor, experienceId, edition: seen }));
    expect(await share(edition)).toBe("no_consent");
    const { edition: now } = await changeUse(core, { actor, experienceId, use: "community", on: true });
    expect(await share(now)).toBe("ok");
    expect(await showOwn(core, { actor, experienceId })).toMatchObject({
      uses: { community: true, providers: false },
      choices: { topic: "Symptoms", outcome: "worse" },
    });
    expect(await core.db.experienceVersion.count({ where: { experienceId } })).toBe(0);
    const { experienceId: begun } = await draftExperience(core, { actor, typed: TYPED });
    await chooseLabels(core, { actor, experienceId: begun, labels: ["violence"] });
    clock.advance(30 * 24 * 3_600_000 + 1);
    expect(await endDrafts(core)).toBe(1);
    expect(await stored(town, begun)).toMatchObject({ status: "cancelled", pendingOriginalSealed: null });
    expect(await stored(town, experienceId)).toMatchObject({ status: "shared" });
  });

  test("hears danger at once and blocks nothing, and points at advice without holding it back", async () => {
    const town = await smallTown(await database.openNew());
    const { core } = town;
    const actor = await joinAs(town, "Quiet Heron");
    const happened = "I want to kill myself tonight. I took 50 mg twice a day, and Triptan helped.";
    const draft = await draftExperience(core, { actor, typed: { ...TYPED, happened } });
    expect(draft.alert?.text).toContain("116 123");
    expect(draft.remarks.advice.join(" ")).toContain("50 mg");
    expect(draft.remarks.advice.join(" ")).not.toContain("Triptan");
    expect(await core.db.crisisAlert.count()).toBe(1);
    const long = { ...TYPED, happened: `I want to kill myself tonight. ${"x".repeat(2000)}` };
    const refused = await draftExperience(core, { actor, typed: long }).catch((error) => error);
    expect([refused.code, refused.help?.text]).toEqual(["too_long", draft.alert?.text]);
    const lost = `I want to kill myself tonight. ${"x".repeat(100)}`;
    const unsearched = await findExperiences(core, { actor, words: lost }).catch((error) => error);
    expect([unsearched.code, unsearched.help?.text]).toEqual(["too_long", draft.alert?.text]);
    const searched = await findExperiences(core, { actor, words: "I want to kill myself tonight" });
    expect(searched.alert?.text).toBe(draft.alert?.text);
    await sharedBy(town, actor, { typed: { happened } });
  });

  test("shows providers only what its author lets them read, and only with standing", async () => {
    const town = await moderatedTown(await database.openNew());
    const { core } = town;
    const ana = await standing(town);
    const { actor, experienceId } = await shared(town, "Quiet Heron");
    expect(await found(town, ana)).toEqual([]);
    await changeUse(core, { actor, experienceId, use: "providers", on: true });
    expect(await found(town, ana)).toHaveLength(1);
    await core.db.member.update({ where: { id: ana.memberId }, data: { barredAt: core.clock.now() } });
    expect(await codeOf(findExperiences(core, { actor: ana, words: "walking" }))).toBe("no_standing");
  });

  test("is found by topic, three at a time, and not where a reader never wants its label", async () => {
    const town = await smallTown(await database.openNew());
    const { core } = town;
    const finch = await joinAs(town, "Warm Finch");
    const all = [];
    for (const name of ["One", "Two", "Three", "Four"]) all.push(await shared(town, `Member ${name}`));
    await shared(town, "Other Topic", { topic: "Medicines" });
    const first = await findExperiences(core, { actor: finch, words: "walking", topic: "Food and movement" });
    expect([first.cards.length, first.more]).toEqual([3, true]);
    const seen = first.cards.map(({ experienceId }) => experienceId);
    const rest = await findExperiences(core, {
      actor: finch,
      words: "walking",
      topic: "Food and movement",
      seen,
    });
    expect([rest.cards.length, rest.more]).toEqual([1, false]);
    const one = all.find((own) => own.experienceId === seen[0]);
    if (one === undefined) throw new Error("nobody was found");
    const { actor, experienceId } = one;
    await chooseLabels(core, { actor, experienceId, labels: ["self-harm", "made-up"] });
    const seenBy = async (reader: Actor) =>
      [...(await found(town, reader, "walking", "Food and movement"))].map((card) => card.experienceId);
    expect((await found(town, actor)).flatMap(({ labels }) => labels)).toContain("self-harm");
    await changeAmbers(core, { actor: finch, add: ["self-harm"] });
    expect(await seenBy(finch)).not.toContain(experienceId);
    expect(await seenBy(finch)).toHaveLength(3);
    await changeAmbers(core, { actor: finch, take: ["self-harm"] });
    // A member who is here no more is not found either.
    await core.db.member.update({ where: { id: actor.memberId }, data: { state: "banned" } });
    expect(await seenBy(finch)).not.toContain(experienceId);
  });
});
