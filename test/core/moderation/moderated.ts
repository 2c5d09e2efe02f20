import type { Actor } from "#core/access.ts";
import { createDeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { findActor } from "#core/members/find-actor.ts";
import type { Card, CardKind, CardOf } from "#core/messenger.ts";
import type { Post } from "#core/moderation/reports/report-post.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { createFakePlatform, type FakePlatform } from "../deliveries/fake-messenger.ts";
import { attested, invite, joinAs, smallTown, type Town } from "../small-town.ts";

export const ANSWER = {
  often: "A headache after long screen time is common.",
  can: "Rest your eyes and drink some water. My shop sells drops.",
  urgent: "It comes suddenly and is the worst you have had.",
  clinician: "What could bring these headaches on?",
};

/** A platform on each side, and the outbox that sends to both. */
export interface Sending {
  readonly north: FakePlatform;
  readonly south: FakePlatform;
  /** Sends all that waits. */
  drain(): Promise<void>;
  /** What stands on a platform of a kind, the newest last. */
  cards<K extends CardKind>(on: FakePlatform, kind: K): CardOf<K>[];
  /** Everything that stands on both. */
  allCards(): Card[];
}

export interface Moderated extends Town, Sending {
  /** Two who moderate. */
  readonly mo: Actor;
  readonly kit: Actor;
  readonly ben: Actor;
}

/** What stands there, kept beside the fake's own list of texts. */
function withCards(fake: FakePlatform): { fake: FakePlatform; standing: Map<string, Card> } {
  const standing = new Map<string, Card>();
  const { post, edit, remove } = fake;
  fake.post = async (to, card, part, key) => {
    const ref = await post(to, card, part, key);
    standing.set(ref.messageId, card);
    return ref;
  };
  fake.edit = async (ref, card, part, key) => {
    await edit(ref, card, part, key);
    standing.set(ref.messageId, card);
  };
  fake.remove = async (ref) => {
    await remove(ref);
    standing.delete(ref.messageId);
  };
  return { fake, standing };
}

/** A platform on each side that takes everything. */
export function sendingIn({ core, clock }: Town): Sending {
  const sides = [
    withCards(createFakePlatform(clock, "north")),
    withCards(createFakePlatform(clock, "south")),
  ];
  const [{ fake: north }, { fake: south }] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const loop = createDeliveryLoop(core, { messengers: [north, south], owner: "one" });
  return {
    north,
    south,
    async drain() {
      for (let round = 0; round < 200; round += 1) {
        if ((await loop.runOnce()) > 0) continue;
        const next = await core.db.delivery.findFirst({
          where: { state: { in: ["ready", "sending", "unknown", "checking"] } },
          orderBy: { dueAtMs: "asc" },
        });
        if (next === null) return;
        // What is due and does not go waits for something before it in its line, that is tried again later.
        const later = await core.db.delivery.findFirst({
          where: { state: "ready", dueAtMs: { gt: BigInt(clock.now().getTime()) } },
          orderBy: { dueAtMs: "asc" },
        });
        clock.advance(Math.max(1, Number((later ?? next).dueAtMs) - clock.now().getTime()));
      }
      throw new Error("the outbox does not get empty");
    },
    allCards: () => sides.flatMap((side) => [...side.standing.values()]),
    cards: <K extends CardKind>(on: FakePlatform, kind: K) => {
      const standing = sides.find(({ fake }) => fake === on)?.standing ?? new Map<string, Card>();
      return [...standing.values()].filter((card): card is CardOf<K> => card.kind === kind);
    },
  };
}

/** A town with two moderators and a second admin, and a platform on each side that takes everything. */
export async function moderatedTown(
  store: Store,
  options?: Parameters<typeof smallTown>[1],
): Promise<Moderated> {
  const town = await smallTown(store, options);
  return {
    ...town,
    ...sendingIn(town),
    mo: await invite(town, "Mo", "moderator"),
    kit: await invite(town, "Kit", "moderator"),
    ben: await invite(town, "Ben Admin", "admin"),
  };
}

/** A patient with a question that waits. */
export async function asking(town: Town, pseudonym = "Quiet Heron") {
  const { core } = town;
  const actor = await joinAs(town, pseudonym);
  const { questionId, number } = await draftQuestion(core, {
    actor,
    text: "My head hurts after work. What helps?",
    tried: "Rest",
    topic: "Medicines",
    forWhom: "self",
    ageBand: "30-44",
  });
  await sendQuestion(core, { actor, questionId });
  return { actor, questionId, number };
}

/** A provider with standing. */
export async function standing(town: Moderated, pseudonym = "Ana Pharmacist"): Promise<Actor> {
  const { core, ben } = town;
  const { proposalId } = await attested(town, pseudonym);
  await approveProposal(core, { actor: ben, proposalId });
  const { actor } = await findActor(core, { platform: "south", accountExternalId: pseudonym });
  if (actor === undefined) throw new Error("the provider was not registered");
  return actor;
}

/** A question that Ana answered. */
export async function answered(town: Moderated) {
  const heron = await asking(town);
  const ana = await standing(town);
  const { core } = town;
  await claimQuestion(core, { actor: ana, questionId: heron.questionId });
  const { messageId } = await answerQuestion(core, {
    actor: ana,
    questionId: heron.questionId,
    text: ANSWER,
    overrideReason: "It names no product.",
  });
  return { ...heron, heron: heron.actor, ana, messageId };
}

/** What somebody wrote in a channel of the patients' side; members write under their name as account. */
export const postBy = (authorId: string, text = "Buy my cure, only 20.", messageId = "m-100"): Post => ({
  platform: "north",
  spaceId: "Sunny Side/patients",
  channelId: "Sunny Side/lounge",
  messageId,
  authorId,
  text,
  writtenAt: new Date("2031-03-04T08:00:00Z"),
});
