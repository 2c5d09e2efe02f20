import type { Actor } from "#core/access.ts";
import { changeUse } from "#core/experiences/change-use.ts";
import type { Noticed, Outcome } from "#core/experiences/choices.ts";
import { choose } from "#core/experiences/choose.ts";
import { draftExperience } from "#core/experiences/draft-experience.ts";
import type { ExperienceText } from "#core/experiences/experience-text.ts";
import { shareExperience } from "#core/experiences/share-experience.ts";
import type { Use } from "#core/experiences/uses.ts";
import { joinAs, type Town } from "../small-town.ts";

export const TYPED: ExperienceText = {
  about: "Walking",
  happened: "I began to walk after lunch, and the afternoons got lighter.",
  helped: "Going with a neighbour.",
  friend: "Short walks count too.",
  since: "last spring",
};

interface Written {
  readonly typed?: Partial<ExperienceText>;
  readonly topic?: string;
  readonly whose?: string;
  readonly outcome?: Outcome;
  readonly noticed?: Noticed;
  readonly uses?: readonly Use[];
}

/** Written and chosen, and not shared: the card that Share is on. */
export async function readyToShare({ core }: Town, actor: Actor, written: Written = {}) {
  const { typed, topic = "Food and movement", whose = "self" } = written;
  const { outcome = "some", noticed = "weeks", uses = ["community"] } = written;
  const { experienceId } = await draftExperience(core, { actor, typed: { ...TYPED, ...typed } });
  const chosen = { topic, whose, outcome, noticed };
  let edition = 0;
  for (const [choice, value] of Object.entries(chosen))
    ({ edition } = await choose(core, { actor, experienceId, choice, value }));
  for (const use of uses) await changeUse(core, { actor, experienceId, use, on: true });
  return { experienceId, edition };
}

/** Somebody new who shared an experience. */
export async function shared(town: Town, name: string, written?: Written) {
  const actor = await joinAs(town, name);
  return { actor, ...(await sharedBy(town, actor, written)) };
}

export async function sharedBy(town: Town, actor: Actor, written?: Written) {
  const ready = await readyToShare(town, actor, written);
  const { number } = await shareExperience(town.core, { actor, ...ready });
  return { ...ready, number };
}
