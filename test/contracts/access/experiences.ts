import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { changeUse } from "#core/experiences/change-use.ts";
import { choose } from "#core/experiences/choose.ts";
import { draftExperience } from "#core/experiences/draft-experience.ts";
import { shareExperience } from "#core/experiences/share-experience.ts";
import { as } from "./conversations.ts";

const CHOSEN = { topic: "Symptoms", whose: "self", outcome: "some", noticed: "weeks" };

/** One that could be shared now, and one that is; `words` tells whose they are. */
export async function experiences(core: Core, author: Actor, words: string) {
  const actor = as(author, "patient");
  const ready = async () => {
    const typed = { about: "Walking", happened: words, helped: "", friend: "", since: "" };
    const { experienceId } = await draftExperience(core, { actor, typed });
    for (const use of ["community", "providers"])
      await changeUse(core, { actor, experienceId, use, on: true });
    let edition = 0;
    for (const [choice, value] of Object.entries(CHOSEN))
      ({ edition } = await choose(core, { actor, experienceId, choice, value }));
    return { experienceId, edition };
  };
  const shared = await ready();
  const { number } = await shareExperience(core, { actor, ...shared });
  const { experienceId: told, edition } = await ready();
  return { told, card: `${told}/${edition}`, shared: shared.experienceId, number: String(number) };
}
