import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { changeAmbers } from "#core/experiences/change-ambers.ts";
import type { Outcome } from "#core/experiences/choices.ts";
import { countExperiences } from "#core/experiences/counts/count-experiences.ts";
import { findExperiences } from "#core/experiences/find-experiences.ts";
import { withdrawExperience } from "#core/experiences/withdraw-experience.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { HOUR_MS, joinAs, smallTown, type Town } from "../small-town.ts";
import { shared, sharedBy } from "./experienced.ts";

const DAY_MS = 24 * HOUR_MS;

/** Members who shared about the same as `like`, written into the database: their words are of no account here. */
async function crowd(town: Town, like: string, outcomes: readonly Outcome[], topic = "Symptoms") {
  const { core, clock, communityId } = town;
  const { treatmentKey, crossingSealed } = await core.db.experience.findUniqueOrThrow({
    where: { id: like },
  });
  const made: string[] = [];
  for (const outcome of outcomes) {
    const [id, experienceId] = [core.newId(), core.newId()];
    const createdAt = clock.now();
    await core.db.member.create({ data: { id, communityId, pseudonym: `Member ${id}`, createdAt } });
    const { nextExperience } = await core.db.community.update({
      where: { id: communityId },
      data: { nextExperience: { increment: 1 } },
    });
    await core.db.experience.create({
      data: {
        ...{ id: experienceId, communityId, number: nextExperience - 1, authorId: id, status: "shared" },
        ...{ version: 1, topic, forWhom: "self", outcome, noticed: "weeks", treatmentKey, crossingSealed },
        ...{ createdAt, sharedAt: createdAt },
        uses: { create: { use: "community", textVersion: "1", givenAt: createdAt } },
      },
    });
    made.push(experienceId);
  }
  return made;
}

const several = (count: number, outcome: Outcome): Outcome[] => Array.from({ length: count }, () => outcome);

/** What a reader is told of numbers, whatever they search for. */
async function told({ core }: Town, actor: Actor, search: { words?: string; topic?: string } = {}) {
  const { counts } = await findExperiences(core, { actor, words: "walking", ...search });
  return counts.map(({ people, outcome, noticed }) => ({ people, outcome, noticed }));
}

async function nextDay({ core, clock }: Town): Promise<void> {
  clock.advance(DAY_MS);
  await countExperiences(core);
}

const HIDDEN = { people: undefined, outcome: undefined, noticed: undefined };

describeOnBoth("what is told of many", (database) => {
  test("is hidden below five, counted once a day, once a person, and in whole groups", async () => {
    const town = await smallTown(await database.openNew());
    const { core } = town;
    const finch = await joinAs(town, "Warm Finch");
    const heron = await shared(town, "Quiet Heron", { outcome: "a-lot" });
    // The same person again, in other words for the same.
    await sharedBy(town, heron.actor, { typed: { about: "walkings" }, outcome: "worse" });
    await crowd(town, heron.experienceId, several(3, "some"));
    await nextDay(town);
    expect(await told(town, finch)).toEqual([]);
    await crowd(town, heron.experienceId, [...several(6, "some"), ...several(5, "no-difference")]);
    await countExperiences(core);
    expect(await told(town, finch)).toEqual([]);
    await nextDay(town);
    const fifteen = { ...HIDDEN, people: 15, outcome: { helped: 9, notHelped: 6 } };
    expect(await told(town, finch)).toEqual([fifteen]);
    expect(await core.db.countedVoice.count({ where: { tally: "people" } })).toBe(15);
  });

  test("does not move for one who shares, nor for one who withdraws, by any way of asking", async () => {
    const town = await smallTown(await database.openNew());
    const { core } = town;
    const mallory = await joinAs(town, "Curious Mallory");
    const heron = await shared(town, "Quiet Heron");
    const others = await crowd(town, heron.experienceId, [...several(9, "some"), ...several(5, "worse")]);
    await nextDay(town);
    const asked = async () => [
      await told(town, mallory),
      await told(town, mallory, { words: "lunch afternoons" }),
      await told(town, mallory, { topic: "Food and movement" }),
    ];
    const before = await asked();
    expect(before[0]).toEqual([{ ...HIDDEN, people: 15, outcome: { helped: 10, notHelped: 5 } }]);
    const victim = await shared(town, "Soft Lark", {
      outcome: "worse",
      noticed: "months",
      topic: "Symptoms",
    });
    expect(await asked()).toEqual(before);
    await nextDay(town);
    expect(await asked()).toEqual(before);
    await withdrawExperience(core, { actor: victim.actor, experienceId: victim.experienceId });
    await withdrawExperience(core, { actor: heron.actor, experienceId: heron.experienceId });
    await nextDay(town);
    // Nobody's card is left to be found, so there is nothing to put a number beside.
    expect(await asked()).toEqual([[], [], []]);
    expect(await core.db.treatmentCount.findFirst()).toMatchObject({ people: 15, helped: 10, notHelped: 5 });
    await core.db.experience.updateMany({ where: { id: { in: others } }, data: { status: "withdrawn" } });
    await nextDay(town);
    expect(await core.db.treatmentCount.findFirst()).toMatchObject({ people: null, helped: null });
    expect(await core.db.countedVoice.count()).toBe(0);
  });

  test("is the same for who sees fewer cards, and refused by the database where it would be of few", async () => {
    const town = await smallTown(await database.openNew());
    const { core, communityId } = town;
    const finch = await joinAs(town, "Warm Finch");
    const heron = await shared(town, "Quiet Heron");
    const others = await crowd(town, heron.experienceId, several(4, "some"));
    await core.db.experienceLabel.createMany({
      data: others.map((experienceId) => ({
        ...{ experienceId, label: "violence", addedBy: "author", addedAt: town.clock.now() },
      })),
    });
    await nextDay(town);
    await changeAmbers(core, { actor: finch, add: ["violence"] });
    expect(await told(town, finch)).toEqual([{ ...HIDDEN, people: 5 }]);
    const few = { communityId, treatmentKey: "another", people: 4, countedAt: town.clock.now() };
    await expect(core.db.treatmentCount.create({ data: few })).rejects.toThrow();
  });
});
