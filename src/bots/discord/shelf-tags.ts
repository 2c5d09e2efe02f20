import type { APIGuildForumTag } from "discord.js";
import { TOPICS, type Topic } from "#core/credentials/topics.ts";
import type { ShelfAnswerCard } from "#core/library/cards.ts";

/** Discord's limit for the name of a tag. */
export const TAG_LIMITS = { name: 20, inForum: 20 } as const;

/** Topics as tags, in the order of the list; the ones with long names have shorter ones here. */
const TOPIC_TAGS: Readonly<Record<Topic, string>> = {
  Medicines: "Medicines",
  Symptoms: "Symptoms",
  "Tests and results": "Tests and results",
  "Living with a condition": "Living with it",
  "Mental health": "Mental health",
  "Pregnancy and children": "Pregnancy, children",
  "Food and movement": "Food and movement",
  "Finding care": "Finding care",
  "Something else": "Something else",
};

const CHECKED = "Checked";
const SOON = "Due for another look";

/** All that a shelf needs; people filter by them. */
export const SHELF_TAGS: readonly string[] = [CHECKED, SOON, ...TOPICS.map((topic) => TOPIC_TAGS[topic])];

/** The names of those that one post has. */
export function tagsOf({ answer, soon }: ShelfAnswerCard): string[] {
  const topic = TOPICS.find((known) => known === answer.topic);
  return [soon ? SOON : CHECKED, ...(topic === undefined ? [] : [TOPIC_TAGS[topic]])];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const missingTags = (there: readonly Pick<APIGuildForumTag, "name">[]): string[] =>
  SHELF_TAGS.filter((wanted) => !there.some(({ name }) => same(name, wanted)));

/** Their ids in one forum; one that is missing there is left out, and `community sync` makes it. */
export const tagIds = (there: readonly APIGuildForumTag[], names: readonly string[]): string[] =>
  names.flatMap((wanted) => there.find(({ name }) => same(name, wanted))?.id ?? []);
