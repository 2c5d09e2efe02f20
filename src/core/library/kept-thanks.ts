import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";

const DAY_MS = 24 * 3_600_000;
const DAYS = 30;

/** How often one's own answers in the library helped somebody in the last 30 days: a number, and nobody's name or place. */
export async function keptThanks(
  core: Core,
  { actor }: { actor: Actor },
): Promise<{ readonly kept: number; readonly helped: number }> {
  authorise(actor, "library.agree");
  const since = new Date(core.clock.now().getTime() - DAYS * DAY_MS).toISOString().slice(0, 10);
  const entries = await core.db.libraryEntry.findMany({
    where: { authorId: actor.memberId, state: { in: ["kept", "stale"] } },
    select: { uses: { where: { day: { gt: since } } } },
  });
  const helped = entries.flatMap(({ uses }) => uses.map((use) => use.found + use.insteadOfAsking));
  return { kept: entries.length, helped: helped.reduce((sum, one) => sum + one, 0) };
}
