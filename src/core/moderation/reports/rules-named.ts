import type { Tx } from "#core/foundation/store/open-store.ts";
import type { RuleBook } from "../rules.ts";

/** A rule that reports of a case name, and how many do: a number, never who. */
export interface NamedRule {
  readonly id: string;
  /** Null where nothing else is known of it any more. */
  readonly number: number | null;
  readonly title: string;
  readonly text: string;
  readonly reports: number;
}

const known = ({ all }: RuleBook, id: string) => all.find((one) => one.id === id);

const gravity = (rules: RuleBook, id: string): number => known(rules, id)?.severity ?? 0;

/** What a report keeps whose writer, who reported before, names a rule too: the graver one, and the first of two that are as grave. */
export function keptRule(rules: RuleBook, before: string | null, named: string | undefined): string | null {
  if (named === undefined) return before;
  return before === null || gravity(rules, named) > gravity(rules, before) ? named : before;
}

/** The rules that reports of a case name: the most-named first, of those the gravest. */
export async function rulesNamed(tx: Tx, rules: RuleBook, caseId: string): Promise<NamedRule[]> {
  const named = await tx.report.groupBy({
    by: ["rule"],
    where: { caseId, rule: { not: null } },
    _count: { _all: true },
  });
  return named
    .flatMap(({ rule: id, _count }) => (id === null ? [] : [{ id, reports: _count._all }]))
    .map(({ id, reports }) => {
      const { number = null, title = id, text = "" } = known(rules, id) ?? {};
      return { id, number, title, text, reports };
    })
    .sort(
      (one, other) =>
        other.reports - one.reports ||
        gravity(rules, other.id) - gravity(rules, one.id) ||
        (one.number ?? 0) - (other.number ?? 0),
    );
}
