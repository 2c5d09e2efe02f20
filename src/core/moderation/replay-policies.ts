import { setImmediate } from "node:timers/promises";
import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { countStored, type Gone, type StoredPage, storedTexts } from "#core/questions/stored-texts.ts";
import { compareScreening } from "#core/screening/compare-screening.ts";
import { comparePolicies } from "#core/screening/policies/compare-policies.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import { readText } from "#core/screening/read-text.ts";
import type { Direction } from "#core/screening/screening.ts";
import { type Compared, type Flip, flipOf, type Outcome } from "./flip.ts";
import { type RuleTotal, RuleTotals } from "./rule-totals.ts";

export interface ReplayPolicies {
  readonly actor: Actor;
  readonly since: Date;
  /** What is in force, and what would be. */
  readonly from: Policies;
  readonly to: Policies;
  /** Also the words that were found, of texts that were sent. */
  readonly words?: boolean;
  readonly onFlip: (flip: Flip) => void;
  readonly onProgress?: (progress: ReplayProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ReplayProgress {
  readonly looked: number;
  readonly of: number;
}

export interface Replayed {
  readonly since: Date;
  /** Texts that were opened and looked at; none where nothing that is looked for changed. */
  readonly looked: number;
  /** Of these, how many would not be taken for the same. */
  readonly flipped: number;
  readonly gone: Gone;
  readonly rules: readonly RuleTotal[];
}

interface Tally {
  looked: number;
  flipped: number;
  gone: Gone;
  readonly totals: RuleTotals;
}

const added = (one: Gone, other: Gone): Gone => ({
  removed: one.removed + other.removed,
  erased: one.erased + other.erased,
  damaged: one.damaged + other.damaged,
});

/** The candidate against what is in force, and against itself with its rules in shadow live. */
function comparedOf({ from, to }: Pick<ReplayPolicies, "from" | "to">): Compared[] {
  return [
    { from, to, comparison: compareScreening(from, to), shadow: false },
    { from: to, to: to.trial, comparison: compareScreening(to, to.trial), shadow: true },
  ];
}

/** What moderators made of texts that were reported; an overturned decision was no reason to act. */
async function outcomesOf(
  { db }: Core,
  communityId: string,
  { texts }: StoredPage,
): Promise<ReadonlyMap<string, Outcome>> {
  const cases = await db.case.findMany({
    where: {
      communityId,
      subjectKind: "message",
      subjectId: { in: texts.map(({ messageId }) => messageId) },
      state: { in: ["decided", "dismissed"] },
    },
    select: { subjectId: true, decisions: { select: { action: true, state: true } } },
    orderBy: { id: "asc" },
  });
  return new Map(
    cases.map(({ subjectId, decisions }) => {
      const acted = decisions.some(({ action, state }) => action !== "dismiss" && state !== "undone");
      return [subjectId, acted ? "acted" : "dismissed"] as const;
    }),
  );
}

interface Looking {
  readonly page: StoredPage;
  readonly direction: Direction;
  readonly compared: readonly Compared[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

function lookAt({ page, direction, compared, outcomes }: Looking, input: ReplayPolicies, tally: Tally) {
  for (const stored of page.texts) {
    const decided = outcomes.get(stored.messageId);
    const parts = stored.parts.map(readText);
    for (const one of compared) {
      const flip = flipOf(stored, parts, direction, one, { words: input.words === true, decided });
      if (flip === undefined) continue;
      if (!flip.shadow) tally.flipped += 1;
      tally.totals.add(flip);
      input.onFlip(flip);
    }
  }
  tally.looked += page.texts.length;
  tally.gone = added(tally.gone, page.gone);
}

async function lookAtAll(core: Core, input: ReplayPolicies, compared: readonly Compared[], tally: Tally) {
  const { actor, since, onProgress, signal } = input;
  const asked = (["inbound", "answer"] as const)
    .filter((direction) => compared.some(({ comparison }) => comparison.canDiffer(direction)))
    .map((direction) => ({ communityId: actor.communityId, since, direction }));
  let of = 0;
  for (const one of asked) of += await countStored(core, one);
  for (const one of asked)
    for await (const page of storedTexts(core, one)) {
      signal?.throwIfAborted();
      const outcomes = await outcomesOf(core, actor.communityId, page);
      lookAt({ page, direction: one.direction, compared, outcomes }, input, tally);
      onProgress?.({ looked: tally.looked, of });
      // A signal is heard between two pages.
      await setImmediate();
    }
  signal?.throwIfAborted();
}

/**
 * Which stored texts a changed pack of policies would take for something else. The texts are opened in memory, and only
 * those of a direction for which something changed. What was looked at is in the record as counts, also when it was
 * stopped half-way. Rejects with the reason of `signal`.
 */
export async function replayPolicies(core: Core, input: ReplayPolicies): Promise<Replayed> {
  const { actor, since, from, to, words = false } = input;
  authorise(actor, "policy.replay");
  const compared = comparedOf(input);
  const totals = new RuleTotals(comparePolicies(from, to), compared);
  const tally: Tally = { looked: 0, flipped: 0, gone: { removed: 0, erased: 0, damaged: 0 }, totals };
  let complete = false;
  try {
    await lookAtAll(core, input, compared, tally);
    complete = true;
  } finally {
    const { looked, flipped, gone } = tally;
    await core.tx((tx, now) =>
      record(tx, {
        at: now.getTime(),
        communityId: actor.communityId,
        actor: actor.memberId,
        verb: "policy.replayed",
        subject: actor.communityId,
        detail: { looked, flipped, ...gone, rules: totals.all().length, words, complete },
      }),
    );
  }
  const { looked, flipped, gone } = tally;
  return { since, looked, flipped, gone, rules: totals.all() };
}
