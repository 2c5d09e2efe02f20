import type { Core } from "#core/core.ts";
import { findExperiences } from "#core/experiences/find-experiences.ts";
import { cardsWithRoom, foundContent } from "./cards/found-experiences.ts";
import type { Content } from "./markup.ts";
import type { MemberPress } from "./press.ts";
import { rememberSearch, type Search } from "./searches-in-hand.ts";

/** Searches, and remembers where More goes on. */
export async function foundFor(
  core: Core,
  { actor }: Pick<MemberPress, "actor">,
  { words, topic, seen }: Omit<Search, "memberId">,
): Promise<Content> {
  const about = topic === undefined ? { words } : { words, topic };
  const found = await findExperiences(core, { actor, ...about, seen });
  const cards = cardsWithRoom(found.cards);
  if (!found.more && cards.length === found.cards.length)
    return foundContent(found, { cards, more: undefined });
  const more = core.newId();
  const shown = cards.map(({ experienceId }) => experienceId);
  rememberSearch(more, { memberId: actor.memberId, ...about, seen: [...seen, ...shown] });
  return foundContent(found, { cards, more });
}
