import type { Tx } from "#core/foundation/store/open-store.ts";
import { ruleNamed } from "../rules.ts";

/** A rule that reports of a case name, and how many do: a number, never who. */
export interface NamedRule {
  readonly id: string;
  /** Null where it is no longer in the list. */
  readonly number: number | null;
  readonly title: string;
  readonly text: string;
  readonly reports: number;
}

const gravity = (id: string): number => ruleNamed(id)?.severity ?? 0;

/** What a report keeps whose writer, who reported before, names a rule too: the graver one, and the first of two that are as grave. */
export function keptRule(before: string | null, named: string | undefined): string | null {
  if (named === undefined) return before;
  return before === null || gravity(named) > gravity(before) ? named : before;
}

/** The rules that reports of a case name: the most-named first, of those the gravest. */
export async function rulesNamed(tx: Tx, caseId: string): Promise<NamedRule[]> {
  const named = await tx.report.groupBy({
    by: ["rule"],
    where: { caseId, rule: { not: null } },
    _count: { _all: true },
  });
  return named
    .flatMap(({ rule: id, _count }) => (id === null ? [] : [{ id, reports: _count._all }]))
    .map(({ id, reports }) => {
      const { number = null, title = id, text = "" } = ruleNamed(id) ?? {};
      return { id, number, title, text, reports };
    })
    .sort(
      (one, other) =>
        other.reports - one.reports ||
        gravity(other.id) - gravity(one.id) ||
        (one.number ?? 0) - (other.number ?? 0),
    );
}
