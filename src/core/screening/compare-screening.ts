import { readersWeight, spelledOut, weightOf } from "./policies/compare-policies.ts";
import { bookOf, findPhrases, type PhraseBook } from "./policies/find-phrases.ts";
import type { Policies, Rule } from "./policies/policies.ts";
import type { Program } from "./policies/program.ts";
import type { ReadText } from "./read-text.ts";
import { type Judgement, judgeOf, scrub } from "./screen.ts";
import type { Direction, Identifier, Signal } from "./screening.ts";

/** What one rule, or a trained reader, finds in a text under one pack and not the same under the other. */
export interface RuleDifference {
  readonly rule: string;
  readonly from: readonly Signal[];
  readonly to: readonly Signal[];
}

/** A text that two packs do not take for the same. */
export interface Difference {
  readonly from: Judgement;
  readonly to: Judgement;
  readonly rules: readonly RuleDifference[];
}

export interface Comparison {
  /** Rules that are not looked for alike. */
  readonly rules: ReadonlySet<string>;
  /** Whether any text of a direction can be taken for something else. */
  canDiffer(direction: Direction): boolean;
  /** What differs for one text; undefined when its verdict and all signals are the same under both packs. */
  differenceIn(text: ReadText, direction: Direction): Difference | undefined;
}

/** Phrases by what they find, of one rule in one direction. */
type Phrases = ReadonlyMap<string, Program>;

function phrasesOf(rule: Rule | undefined, direction: Direction, { find, lists }: Policies): Phrases {
  const { owners, sources, book } = find[direction];
  const phrases = new Map<string, Program>();
  if (rule === undefined) return phrases;
  for (let at = owners.findIndex(({ id }) => id === rule.id); owners[at]?.id === rule.id; at++) {
    const program = book.programs[at];
    if (program !== undefined) phrases.set(spelledOut(sources[at] ?? "", lists), program);
  }
  return phrases;
}

/**
 * The phrases without which a rule gives the same under both packs: those that only one of them has, or all of them where
 * a match of the rule weighs otherwise.
 */
function tellingPhrases(id: string, direction: Direction, from: Policies, to: Policies): Program[] {
  const [before, after] = [from.atWork.get(id), to.atWork.get(id)];
  if (before === after && from.vetoes === to.vetoes) return [];
  const [old, now] = [phrasesOf(before, direction, from), phrasesOf(after, direction, to)];
  const weighsAlike =
    before !== undefined && after !== undefined && weightOf(before, from) === weightOf(after, to);
  const telling = new Map([...old, ...now]);
  if (weighsAlike) for (const key of old.keys()) if (now.has(key)) telling.delete(key);
  return [...telling.values()];
}

const keyOf = ({ kind, action, start, end, score }: Signal) =>
  JSON.stringify([kind, action, start, end, score]);

function byRule(signals: readonly Signal[]): Map<string, Signal[]> {
  const rules = new Map<string, Signal[]>();
  for (const signal of signals) rules.set(signal.rule, [...(rules.get(signal.rule) ?? []), signal]);
  return rules;
}

function rulesThatDiffer(from: readonly Signal[], to: readonly Signal[]): RuleDifference[] {
  const [before, after] = [byRule(from), byRule(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((rule) => {
    const [old, now] = [before.get(rule) ?? [], after.get(rule) ?? []];
    const same = old.map(keyOf).sort().join() === now.map(keyOf).sort().join();
    return same ? [] : [{ rule, from: old, to: now }];
  });
}

/**
 * Tells which texts two packs of policies do not take for the same, exactly as if all of the screening ran under both. A
 * text is judged only when it holds a phrase that can make a difference: without one, every rule gives what it gave, and
 * so do the readers, who listen to the rules (docs/adr/0014).
 */
export function compareScreening(from: Policies, to: Policies): Comparison {
  const ids = [...new Set([...from.atWork.keys(), ...to.atWork.keys()])];
  const rules = new Set<string>();
  const bookFor = (direction: Direction): PhraseBook => {
    const programs = ids.flatMap((id) => {
      const telling = tellingPhrases(id, direction, from, to);
      if (telling.length > 0) rules.add(id);
      return telling;
    });
    return bookOf(programs);
  };
  const books: Readonly<Record<Direction, PhraseBook>> = {
    inbound: bookFor("inbound"),
    answer: bookFor("answer"),
  };
  const readersDiffer = readersWeight(from) !== readersWeight(to);
  const canDiffer = (direction: Direction) => readersDiffer || books[direction].programs.length > 0;
  return {
    rules,
    canDiffer,
    differenceIn(text, direction) {
      if (!canDiffer(direction)) return undefined;
      if (!readersDiffer && findPhrases(books[direction], text.items).length === 0) return undefined;
      const identifiers: readonly Identifier[] = direction === "answer" ? scrub(text).identifiers : [];
      const judge = judgeOf(text, direction, identifiers);
      const [before, after] = [judge(from), judge(to)];
      const differing = rulesThatDiffer(before.signals, after.signals);
      return differing.length === 0 ? undefined : { from: before, to: after, rules: differing };
    },
  };
}
