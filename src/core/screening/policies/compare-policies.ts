import { READERS_UNLESS } from "../signals/find-learned.ts";
import { listsIn } from "./phrase.ts";
import type { Policies, Rule, Veto } from "./policies.ts";
import type { Effect, Mode } from "./policy-file.ts";

/** One part of a rule or a veto that is not the same under both packs. */
export type PartChange =
  | { readonly part: ValuePart | "where"; readonly from: string; readonly to: string }
  | {
      readonly part: TextsPart | "except";
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** The part itself is as it was; what it names is not. */
  | { readonly part: "lists" | "vetoes"; readonly changed: readonly string[] };

const VALUE_PARTS = ["kind", "mode", "severity", "action", "direction", "score", "text", "suggest"] as const;
const TEXTS_PARTS = ["phrases", "mustMatch", "mustNotMatch"] as const;
type ValuePart = (typeof VALUE_PARTS)[number] | "unless";
type TextsPart = (typeof TEXTS_PARTS)[number];

export interface Change {
  /** A rule or a veto. */
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** Of a rule, as it will be. */
  readonly mode: Mode | undefined;
  /** What changed in it; empty for what was added or removed. */
  readonly parts: readonly PartChange[];
}

export interface PolicyChanges {
  readonly rules: readonly Change[];
  readonly vetoes: readonly Change[];
}

/** The lists that a phrase names, and those that these name, each with what it stands for. */
function listsBehind(phrase: string, lists: Policies["lists"], seen = new Map<string, string>()) {
  for (const name of listsIn(phrase)) {
    const source = lists.get(name);
    if (source === undefined || seen.has(name)) continue;
    seen.set(name, source);
    listsBehind(source, lists, seen);
  }
  return seen;
}

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/** A phrase with all that its lists stand for: two that are spelled out alike find the same. */
export function spelledOut(phrase: string, lists: Policies["lists"]): string {
  return JSON.stringify([phrase, [...listsBehind(phrase, lists)].sort()]);
}

const spelledVetoes = new WeakMap<Policies["vetoes"], Map<string, string>>();

/** A veto with all that its lists stand for; many rules name the same one. */
function spelledVeto(veto: Veto, { vetoes, lists }: Policies): string {
  const known = spelledVetoes.get(vetoes) ?? new Map<string, string>();
  spelledVetoes.set(vetoes, known);
  const phrases = () => sorted(veto.phrases.map((phrase) => spelledOut(phrase, lists)));
  const spelled = known.get(veto.id) ?? JSON.stringify([veto.where, sorted(veto.except), phrases()]);
  known.set(veto.id, spelled);
  return spelled;
}

/** The vetoes that are named, and their exceptions, each spelled out. */
function vetoesBehind(names: readonly string[], policies: Policies, seen = new Map<string, string>()) {
  for (const name of names) {
    const veto = policies.vetoes.get(name);
    if (veto === undefined || seen.has(name)) continue;
    seen.set(name, spelledVeto(veto, policies));
    vetoesBehind(veto.except, policies, seen);
  }
  return seen;
}

const byName = (unless: Readonly<Record<string, Effect>>) => Object.entries(unless).sort();

/** What becomes of a match of a rule: two rules of the same weight treat the same words alike. */
export function weightOf({ kind, action, score, unless }: Rule, policies: Policies): string {
  const vetoes = [...vetoesBehind(Object.keys(unless), policies)].sort();
  return JSON.stringify([kind, action, score, byName(unless), vetoes]);
}

/** What the vetoes make of the trained readers' findings. */
export function readersWeight(policies: Policies): string {
  const names = Object.values(READERS_UNLESS).flatMap((unless) => Object.keys(unless));
  return JSON.stringify([...vetoesBehind(names, policies)].sort());
}

function changedKeys(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): string[] {
  return sorted([...from.keys(), ...to.keys()]).filter((key) => from.get(key) !== to.get(key));
}

function textsChange<P extends string>(part: P, from: readonly string[], to: readonly string[]) {
  const added = to.filter((text) => !from.includes(text));
  const removed = from.filter((text) => !to.includes(text));
  return added.length + removed.length === 0 ? [] : [{ part, added, removed }];
}

function valueChange<P extends string>(part: P, from: unknown, to: unknown) {
  const [before, after] = [from, to].map((value) => (value === undefined ? "" : String(value)));
  return before === after ? [] : [{ part, from: before ?? "", to: after ?? "" }];
}

/** The lists that both versions of some phrases name and that stand for something else now. */
function listsChange(phrases: readonly string[], from: Policies, to: Policies): PartChange[] {
  const behind = ({ lists }: Policies) =>
    new Map(phrases.flatMap((phrase) => [...listsBehind(phrase, lists)]));
  const changed = changedKeys(behind(from), behind(to));
  return changed.length === 0 ? [] : [{ part: "lists", changed }];
}

const common = (one: readonly string[], other: readonly string[]) =>
  one.filter((text) => other.includes(text));

function ruleParts(before: Rule, after: Rule, from: Policies, to: Policies): PartChange[] {
  const unless = (rule: Rule) =>
    byName(rule.unless)
      .map(([veto, effect]) => `${veto}: ${effect}`)
      .join(", ");
  const vetoes = changedKeys(
    vetoesBehind(common(Object.keys(before.unless), Object.keys(after.unless)), from),
    vetoesBehind(common(Object.keys(before.unless), Object.keys(after.unless)), to),
  );
  return [
    ...VALUE_PARTS.flatMap((part) => valueChange(part, before[part], after[part])),
    ...valueChange("unless" as const, unless(before), unless(after)),
    ...TEXTS_PARTS.flatMap((part) => textsChange(part, before[part], after[part])),
    ...listsChange(common(before.phrases, after.phrases), from, to),
    ...(vetoes.length === 0 ? [] : [{ part: "vetoes" as const, changed: vetoes }]),
  ];
}

/** What is in one, in the other, or in both and not the same. */
function changesOf<T extends { readonly id: string; readonly mode?: Mode }>(
  from: ReadonlyMap<string, T>,
  to: ReadonlyMap<string, T>,
  partsOf: (before: T, after: T) => readonly PartChange[],
): Change[] {
  return sorted([...from.keys(), ...to.keys()]).flatMap((id): Change[] => {
    const [before, after] = [from.get(id), to.get(id)];
    const mode = (after ?? before)?.mode;
    if (before === undefined) return [{ id, change: "added", mode, parts: [] }];
    if (after === undefined) return [{ id, change: "removed", mode, parts: [] }];
    const parts = partsOf(before, after);
    return parts.length === 0 ? [] : [{ id, change: "changed", mode, parts }];
  });
}

/** What one pack of policies changes against another, rule by rule; the order of phrases is no change. */
export function comparePolicies(from: Policies, to: Policies): PolicyChanges {
  return {
    rules: changesOf(from.rules, to.rules, (before, after) => ruleParts(before, after, from, to)),
    vetoes: changesOf(from.vetoes, to.vetoes, (before, after) => [
      ...valueChange("where" as const, before.where, after.where),
      ...textsChange("except" as const, before.except, after.except),
      ...textsChange("phrases" as const, before.phrases, after.phrases),
      ...listsChange(common(before.phrases, after.phrases), from, to),
    ]),
  };
}
