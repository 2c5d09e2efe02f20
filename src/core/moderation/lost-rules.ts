import type { Core } from "#core/core.ts";

/** A rule that decisions rest on and that the file does not have any more. */
export interface LostRule {
  readonly id: string;
  readonly decisions: number;
}

/** Such rules, of all communities here. What they said can still be read; how often they were broken is not counted. */
export async function lostRules(core: Core): Promise<LostRule[]> {
  const known = core.rules().all.map(({ id }) => id);
  // A dismissal rests on no rule.
  const lost = await core.db.decision.groupBy({
    by: ["rule"],
    where: { rule: { notIn: ["", ...known] } },
    _count: { _all: true },
    orderBy: { rule: "asc" },
  });
  return lost.map(({ rule, _count }) => ({ id: rule, decisions: _count._all }));
}
