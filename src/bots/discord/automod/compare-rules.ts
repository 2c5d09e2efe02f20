import type { APIAutoModerationRule } from "discord.js";
import type { PushedKind } from "#core/screening/policies/pushed-rules.ts";
import { LIMITS } from "./limits.ts";
import { readName, stampOf, type WantedRule } from "./wanted-rules.ts";

/**
 * How a rule that is wanted stands on Discord. `by-hand`: somebody changed it there since it was pushed. `gone`: it stands and
 * is wanted no more. `no-room`: other rules of the server leave no place for it.
 */
export const STANDINGS = ["new", "changed", "same", "by-hand", "gone", "no-room"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface ComparedRule {
  readonly kind: PushedKind | undefined;
  readonly standing: Standing;
  readonly wanted?: WantedRule;
  /** The id of the rule on Discord, where there is one. */
  readonly ruleId?: string;
  readonly name: string;
}

const isKeywordRule = ({ trigger_type }: APIAutoModerationRule): boolean => trigger_type === 1;

/** Whether a rule is no longer what its own name says that was pushed. */
export function isByHand(rule: APIAutoModerationRule): boolean {
  return readName(rule.name)?.stamp !== stampOf(rule);
}

const sameSet = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  other === undefined || JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

function standingOf(rule: APIAutoModerationRule, { body }: WantedRule): Standing {
  const isSame = readName(rule.name)?.stamp === readName(body.name)?.stamp;
  if (isByHand(rule)) return "by-hand";
  const spares =
    sameSet(rule.exempt_roles, body.exempt_roles) && sameSet(rule.exempt_channels, body.exempt_channels);
  return isSame && spares ? "same" : "changed";
}

/** What stands in a server beside what is wanted there. Rules that are not Curbside's only take up room. */
export function compareRules(
  standing: readonly APIAutoModerationRule[],
  wanted: readonly WantedRule[],
): ComparedRule[] {
  const ours = standing.filter(({ name }) => readName(name) !== undefined);
  const others = standing.filter((rule) => isKeywordRule(rule) && readName(rule.name) === undefined);
  const room = LIMITS.rules - others.length;
  const used = new Set<string>();
  const compared = wanted.map((one, at): ComparedRule => {
    const { kind, body } = one;
    const known = ours.find(({ name }) => readName(name)?.kind === kind);
    const about = { kind, wanted: one, name: body.name };
    if (at >= room) return { ...about, standing: "no-room" };
    if (known === undefined) return { ...about, standing: "new" };
    used.add(known.id);
    return { ...about, standing: standingOf(known, one), ruleId: known.id };
  });
  const gone = ours
    .filter(({ id }) => !used.has(id))
    .map(
      ({ id, name }): ComparedRule => ({ kind: readName(name)?.kind, standing: "gone", ruleId: id, name }),
    );
  return [...compared, ...gone];
}
