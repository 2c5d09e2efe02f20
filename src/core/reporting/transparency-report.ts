import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { isOver, type Month } from "./month.ts";
import { outlineOf } from "./outline.ts";
import { readChecks } from "./read-checks.ts";
import { readCrisis } from "./read-crisis.ts";
import { readModeration } from "./read-moderation.ts";
import { readQuestions } from "./read-questions.ts";
import type { Section } from "./section.ts";
import { type ToldMonth, toldMonth } from "./told.ts";

/** What one community tells of one month. Names nobody, and holds no number that could point at somebody. */
export interface TransparencyReport extends ToldMonth {
  readonly community: string;
  readonly month: Month;
  /** What is told, in the order in which it is read. */
  readonly sections: readonly Section[];
}

/** Refuses invalid_input for a month that is not over: its numbers would still change, and a second look would tell how. */
export function requireOver(month: Month, now: Date): void {
  if (!isOver(month, now))
    throw refuse("invalid_input", {
      field: "month",
      rule: `must be over: that is on ${month.to.toISOString().slice(0, 10)}`,
    });
}

/** Reads a month and changes nothing. Every number is of things that were over when the month was. */
export async function readTransparency(
  tx: Tx,
  { communityId, month, rules }: { communityId: string; month: Month; rules: RuleBook },
): Promise<TransparencyReport> {
  const asked = { communityId, month, rules };
  const outline = outlineOf(rules);
  const { name: community } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
  const moderation = await readModeration(tx, asked);
  const questions = await readQuestions(tx, asked);
  const crisis = await readCrisis(tx, asked);
  const counts = {
    ...moderation.counts,
    ...questions.counts,
    ...crisis.counts,
    ...(await readChecks(tx, asked)),
  };
  const durations = { ...moderation.durations, answer: questions.durations, alert: crisis.durations };
  return { community, month, sections: outline.sections, ...toldMonth({ counts, durations }, outline) };
}

/** The transparency report of the actor's community for a month that is over. Refuses not_allowed, invalid_input. */
export async function transparencyReport(
  core: Core,
  { actor, month }: { actor: Actor; month: Month },
): Promise<TransparencyReport> {
  authorise(actor, "report.read");
  const { communityId } = actor;
  return core.tx(async (tx, now) => {
    requireOver(month, now);
    return readTransparency(tx, { communityId, month, rules: core.rules() });
  });
}
