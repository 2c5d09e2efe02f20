import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { comparePolicies, type PolicyChanges } from "#core/screening/policies/compare-policies.ts";
import { packPolicies, policiesWith } from "#core/screening/policies/load-policies.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import type { Policies, Rule } from "#core/screening/policies/policies.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";
import type { ChangedRule } from "./policy-pack.ts";

/** What a change starts from: which own files hold, and which default rules they stand on. */
export interface Base {
  readonly packId: string;
  readonly shipped: string;
  readonly files: readonly PackSource[];
}

/** Own files in place of those that hold, and which rules that changes. */
export interface PolicyChange {
  readonly base: Base;
  readonly files: readonly PackSource[];
  readonly changes: readonly ChangedRule[];
}

interface About {
  readonly communityId: string;
  readonly act: string;
  readonly targetId: string;
  readonly proposerId: string;
}

/** What a second person agrees to: exactly these files in place of exactly those, as this person proposed it. */
export function changeHash(
  { vault }: Pick<Core, "vault">,
  { communityId, act, targetId, proposerId }: About,
  { base, files, changes }: PolicyChange,
): string {
  const sources = (all: readonly PackSource[]) => all.map(({ file, source }) => [file, source]);
  const of = [communityId, act, targetId, proposerId, base.packId, base.shipped];
  const what = [sources(base.files), sources(files), changes.map(({ id, change }) => [id, change])];
  return vault.blindIndex("proposal|policy", JSON.stringify([of, what]));
}

/** The files as they were proposed. */
export async function openChange(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  {
    id,
    communityId,
    contentSealed,
  }: { readonly id: string; readonly communityId: string; readonly contentSealed: Uint8Array },
): Promise<PolicyChange> {
  const place = { table: "Proposal", column: "contentSealed", row: id };
  const change: PolicyChange = JSON.parse(await vault.open(tx, { communityId }, place, contentSealed));
  return change;
}

/** A change of the rules, as a person needs it to say yes or no. */
export interface ShownChange extends PolicyChanges {
  /** Every rule that is added or removed, as it will be or was. */
  readonly shown: Readonly<Record<string, Pick<Rule, "kind" | "action" | "phrases" | "text">>>;
  /** Files that are added, taken away or written anew; also where no rule changes by it. */
  readonly files: readonly { readonly file: string; readonly change: ChangedRule["change"] }[];
}

/** Files that hold and that this program cannot read any more are like none: everything in the new ones is new. */
function readable(files: readonly PackSource[]): Policies {
  try {
    return policiesWith(files, { sure: true });
  } catch (error) {
    if (error instanceof PolicyError) return packPolicies();
    throw error;
  }
}

/** Which files are not the same, by name and text. */
export function changedFiles(from: readonly PackSource[], to: readonly PackSource[]): ShownChange["files"] {
  const [before, after] = [from, to].map((all) => new Map(all.map(({ file, source }) => [file, source])));
  const names = [...new Set([...from, ...to].map(({ file }) => file))].sort();
  return names.flatMap((file) => {
    const [was, is] = [before?.get(file), after?.get(file)];
    if (was === is) return [];
    return { file, change: was === undefined ? "added" : is === undefined ? "removed" : "changed" };
  });
}

export interface ReadChange {
  readonly from: Policies;
  readonly to: Policies;
  readonly changes: ShownChange;
}

/**
 * What a change comes to, rule by rule. Throws PolicyError where the new files cannot be read. With `sure`, for files that were
 * checked before, no phrase is compiled.
 */
export function readChange(
  { base, files }: Pick<PolicyChange, "base" | "files">,
  { sure = false } = {},
): ReadChange {
  const [from, to] = [readable(base.files), policiesWith(files, { sure })];
  const compared = comparePolicies(from, to);
  const shown: Record<string, ShownChange["shown"][string]> = {};
  for (const { id, change } of compared.rules) {
    const rule = change === "removed" ? from.rules.get(id) : to.rules.get(id);
    if (rule === undefined || change === "changed") continue;
    const { kind, action, phrases, text } = rule;
    shown[id] = { kind, action, phrases, text };
  }
  return { from, to, changes: { ...compared, shown, files: changedFiles(base.files, files) } };
}

/** Rules and vetoes by name, to be told in few words. */
export const changedRules = ({ rules, vetoes }: PolicyChanges): ChangedRule[] =>
  [...rules, ...vetoes].map(({ id, change }) => ({ id, change }));

/** For the record: how much it touches, and no words. */
export const countsOf = ({ files, changes }: PolicyChange) => ({
  files: files.length,
  changes: changes.length,
});

/** A change that somebody is about to put to others, read and checked. */
export interface Proposing {
  readonly actor: Actor;
  readonly change: PolicyChange;
  readonly now: Date;
}
