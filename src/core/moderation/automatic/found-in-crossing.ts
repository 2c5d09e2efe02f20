import type { Policies } from "#core/screening/policies/policies.ts";
import { screen } from "#core/screening/screen.ts";
import type { SignalKind } from "#core/screening/screening.ts";

/**
 * What moderators look at in a text that crosses, and which rule of the community it may break. Danger has its own way, advice
 * is asked about before an answer is sent, and that somebody says they are a nurse harms nobody in a conversation with one.
 */
const LOOKED_AT: ReadonlyMap<SignalKind, Pick<FoundInCrossing, "named" | "rule">> = new Map([
  // In the open an attack is urgent; here one person reads it, whose work it is.
  ["harassment", { named: "an attack on somebody", rule: "kind" }],
  ["sales", { named: "something for sale", rule: "no-sales" }],
  // The admins' own rules of screening rest on no rule that all know.
  ["community", { named: "what your own policies look for", rule: undefined }],
]);

export interface FoundInCrossing {
  readonly kind: SignalKind;
  /** What it is called to those who look. */
  readonly named: string;
  /** The rule of screening that found it; learned readers have names of their own. */
  readonly by: string;
  /** The rule of the community that it may break. */
  readonly rule: string | undefined;
}

/**
 * The first that a person looks at in a text as others read it; undefined where nothing is, or rules only note it. Answers are
 * read as any text: the rules for answers look for advice alone.
 */
export function foundInCrossing(policies: Policies, text: string): FoundInCrossing | undefined {
  for (const { kind, action, rule: by } of screen(text, { policies }).signals) {
    const looked = action === "hold" ? LOOKED_AT.get(kind) : undefined;
    if (looked !== undefined) return { kind, by, ...looked };
  }
  return undefined;
}
