import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, type Help } from "#core/errors.ts";
import { findEntries } from "#core/foundation/search/find-entries.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import { noteReading } from "#core/privacy/note-reading.ts";
import { checkedAndHeard, withHelp } from "#core/questions/draft.ts";
import { checkedText } from "#core/questions/message-text.ts";
import type { Amber } from "./ambers.ts";
import type { Choices } from "./choices.ts";
import { readCounts, type ToldCount } from "./counts/read-counts.ts";
import { EXPERIENCE } from "./experience.ts";
import type { ExperienceText } from "./experience-text.ts";
import { cardOf, type ReadableRow, readable } from "./readable.ts";

/** What a reader sees of an experience: never who somebody is, and never how it went, which is only counted. */
export interface ExperienceCard {
  readonly experienceId: string;
  readonly pseudonym: string;
  readonly isOwn: boolean;
  readonly topic: string;
  readonly whose: Choices["whose"];
  readonly text: ExperienceText;
  readonly labels: readonly Amber[];
  /** Words of it were removed by the moderators. */
  readonly redacted: boolean;
}

export interface FoundExperiences {
  readonly cards: readonly ExperienceCard[];
  readonly more: boolean;
  /** Of what the cards are about, in their words. */
  readonly counts: readonly (ToldCount & { readonly about: string })[];
  readonly alert?: Help;
}

export interface FindExperiences {
  readonly actor: Actor;
  readonly words: string;
  readonly topic?: string;
  /** What this reader was shown of this search already. */
  readonly seen?: readonly string[];
}

/** As many as one reads at once. */
const AT_ONCE = 3;
const MOST_FOUND = 60;
const WORDS_LIMIT = 100;

/** What is told of many is the same for all readers: neither words nor topic, blocks nor labels change a number. */
async function countsFor(
  core: Core,
  { communityId }: Actor,
  rows: readonly ReadableRow[],
  cards: readonly ExperienceCard[],
) {
  const keys = [...new Set(rows.flatMap(({ treatmentKey }) => treatmentKey ?? []))];
  const told = await readCounts(core, { communityId, treatmentKeys: keys });
  return keys.flatMap((key) => {
    const count = told.get(key);
    const first = rows.find(({ treatmentKey }) => treatmentKey === key);
    const about = cards.find(({ experienceId }) => experienceId === first?.id)?.text.about;
    return count === undefined || about === undefined ? [] : [{ ...count, about }];
  });
}

/** Whoever is shown ever more of what others told is slowed down, and the moderators hear of it. */
async function note(core: Core, actor: Actor, cards: readonly ExperienceCard[]): Promise<void> {
  const others = cards.filter(({ isOwn }) => !isOwn);
  // Each by itself: what one brings, such as the word to the moderators, stands when the next one is refused.
  for (const { experienceId: entryId } of others)
    await core.tx((tx, now) => noteReading(tx, core, { actor, what: EXPERIENCE, entryId, now }));
}

/**
 * Members' own experiences that are likely to be about these words, three at most at once, with what may be told of how many
 * wrote about the same. Words that show danger are heard. Refuses empty, too_long, no_standing, too_many.
 */
export async function findExperiences(
  core: Core,
  { actor, words, topic, seen = [] }: FindExperiences,
): Promise<FoundExperiences> {
  authorise(actor, "experience.find");
  const wanted = await checkedAndHeard(core, { actor, typed: words }, () =>
    checkedText(words, "words", WORDS_LIMIT),
  );
  const alert = await hearDanger(core, { actor, text: words });
  const found = await findEntries(core, {
    communityId: actor.communityId,
    kind: EXPERIENCE,
    words: wanted,
    ...(topic === undefined ? {} : { topic }),
    limit: MOST_FOUND,
  });
  const ids = found.map(({ subjectId }) => subjectId).filter((id) => !seen.includes(id));
  const helped = (error: unknown): never => {
    throw error instanceof DomainError ? withHelp(error, alert) : error;
  };
  const rows = await readable(core, actor, ids).catch(helped);
  const shown = rows.slice(0, AT_ONCE);
  const cards: ExperienceCard[] = [];
  for (const row of shown) {
    const card = await cardOf(core, actor, row);
    if (card !== undefined) cards.push(card);
  }
  await note(core, actor, cards).catch(helped);
  return {
    cards,
    more: rows.length > shown.length,
    counts: await countsFor(core, actor, shown, cards),
    ...(alert === undefined ? {} : { alert }),
  };
}
