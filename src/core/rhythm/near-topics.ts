import type { Core } from "#core/core.ts";
import type { Topic } from "#core/credentials/topics.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { openTags } from "#core/peers/card/peer-card.ts";

/** What a tag that somebody chose to be found by says of the answers that are near to them; the others say nothing. */
const TOPIC_OF_TAG: Readonly<Record<string, Topic>> = {
  "topic.tablets": "Medicines",
  "topic.injections": "Medicines",
  "topic.side-effects": "Medicines",
  "topic.changing": "Medicines",
  "topic.surgery": "Tests and results",
  "topic.tests": "Tests and results",
  "topic.pain": "Symptoms",
  "topic.tiredness": "Symptoms",
  "topic.sleep": "Symptoms",
  "topic.food": "Food and movement",
  "topic.movement": "Food and movement",
  "topic.mood": "Mental health",
  "topic.talking": "Mental health",
  "life.children": "Pregnancy and children",
  "life.pregnant": "Pregnancy and children",
};

/** It says nothing of what somebody would like to read. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(["Something else"]);

/** What a member asked about, told of, or chose to be found by. Used here and kept nowhere. */
export async function nearTopics(tx: Tx, core: Core, memberId: string): Promise<ReadonlySet<string>> {
  const asked = await tx.question.findMany({
    where: { askerId: memberId, status: { notIn: ["draft", "cancelled", "taken-back"] } },
    select: { topic: true },
    distinct: ["topic"],
  });
  const told = await tx.experience.findMany({
    where: { authorId: memberId, topic: { not: null } },
    select: { topic: true },
    distinct: ["topic"],
  });
  const card = await tx.peerCard.findUnique({ where: { memberId } });
  const tags = card === null ? [] : await openTags(tx, core, card);
  const topics = [
    ...[...asked, ...told].flatMap(({ topic }) => topic ?? []),
    ...tags.flatMap((tag) => TOPIC_OF_TAG[tag] ?? []),
  ];
  return new Set(topics.filter((topic) => !SAYS_NOTHING.has(topic)));
}
