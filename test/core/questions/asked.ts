import type { Actor } from "#core/access.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { findActor } from "#core/members/find-actor.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { askBack } from "#core/questions/ask-back.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { expireDue } from "#core/questions/expire-due.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { attested, HOUR_MS, invite, joinAs, smallTown, type Town } from "../small-town.ts";

export const ANSWER = {
  often: "A headache after long screen time is common.",
  can: "Rest your eyes and drink some water.",
  urgent: "It comes suddenly and is the worst you have had.",
  clinician: "What could bring these headaches on?",
};

export const ASKED = {
  text: "My head hurts after work, write to heron@example.org. What helps?",
  tried: "Rest and a walk",
  topic: "Medicines",
  forWhom: "self",
  ageBand: "30-44",
} as const;

export interface Practice {
  readonly town: Town;
  readonly core: Town["core"];
  readonly clock: Town["clock"];
  readonly heron: Actor;
  readonly ana: Actor;
  readonly ben: Actor;
  /** Ana's. */
  readonly credentialId: string;
  ask(more?: Partial<Record<"text" | "tried", string>>): Promise<string>;
  send(): Promise<string>;
  row(questionId: string): ReturnType<typeof rowOf>;
  /** The orders since the last look: "op kind platform", oldest first. */
  orders(): Promise<string[]>;
}

function rowOf({ core }: Town, questionId: string) {
  return core.db.question.findUniqueOrThrow({ where: { id: questionId } });
}

export async function provider(town: Town, approver: Actor, name: string) {
  const { proposalId, credentialId } = await attested(town, name);
  await approveProposal(town.core, { actor: approver, proposalId });
  const { actor } = await findActor(town.core, { platform: "south", accountExternalId: name });
  if (actor === undefined) throw new Error(`${name} was not registered`);
  return { actor, credentialId };
}

/** A community with one patient and two providers with standing. */
export async function openPractice(store: Store): Promise<Practice> {
  const town = await smallTown(store);
  const { core, clock } = town;
  const heron = await joinAs(town, "Quiet Heron");
  const second = await invite(town, "Second Admin", "admin");
  const { actor: ana, credentialId } = await provider(town, second, "Ana Pharmacist");
  const { actor: ben } = await provider(town, second, "Ben Nurse");
  const seen = new Set<string>();
  const ask: Practice["ask"] = async (more = {}) =>
    (await draftQuestion(core, { actor: heron, ...ASKED, ...more })).questionId;
  return {
    town,
    core,
    clock,
    heron,
    ana,
    ben,
    credentialId,
    ask,
    async send() {
      const questionId = await ask();
      await sendQuestion(core, { actor: heron, questionId });
      return questionId;
    },
    row: (questionId) => rowOf(town, questionId),
    async orders() {
      // What a provider hears of their credential is no part of the conversation.
      const about = { kind: { not: "credential-notice" } };
      const rows = await core.db.delivery.findMany({ where: about, orderBy: { id: "asc" } });
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      return fresh.map(({ op, kind, platform }) => `${op} ${kind} ${platform}`);
    },
  };
}

export type Stage = "waiting" | "claimed" | "asked-back" | "answered" | "expired";

/** A question that came to `stage` by the acts that lead there; Ana holds it or answered it. */
export async function questionAt(practice: Practice, stage: Stage): Promise<string> {
  const { core, clock, ana } = practice;
  const questionId = await practice.send();
  if (stage === "waiting") return questionId;
  if (stage === "expired") {
    clock.advance(72 * HOUR_MS);
    await expireDue(core);
    return questionId;
  }
  await claimQuestion(core, { actor: ana, questionId });
  if (stage === "answered") await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
  if (stage === "asked-back") await askBack(core, { actor: ana, questionId, text: "Since when is that so?" });
  return questionId;
}
