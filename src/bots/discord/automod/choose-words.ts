import { mayStop, type PushedGroup, type PushedRule } from "#core/screening/policies/pushed-rules.ts";
import { matching, Texts } from "./finds.ts";
import { keywordsOf, withoutLonger } from "./keywords.ts";
import { LIMITS } from "./limits.ts";
import { patternsOf } from "./patterns.ts";

/** How much of one rule of the policies AutoMod takes. */
export interface RuleShare {
  readonly rule: string;
  readonly phrases: number;
  /** Phrases of which a part fits, and of which nothing does. */
  readonly inPart: number;
  readonly leftOut: number;
  /** Of its own mustMatch texts, how many AutoMod finds. */
  readonly examples: number;
  readonly found: number;
  /** The same of its mustNotMatch texts: each is a false alarm. */
  readonly innocents: number;
  readonly falseAlarms: number;
}

export interface Chosen {
  readonly keywords: readonly string[];
  readonly patterns: readonly string[];
  readonly shares: readonly RuleShare[];
}

/** What one phrase could be to AutoMod. */
interface Candidates {
  readonly rule: string;
  readonly keywords: readonly string[];
  readonly patterns: readonly string[];
  readonly whole: boolean;
  /** The texts that its rule must find. */
  readonly guilty: Texts;
}

/**
 * What AutoMod may look for. It has no vetoes, so what finds a text that the rule must not match is left out; of danger, which
 * is only told, it stays where it finds a text that the rule must match: a false alarm weighs less than nobody coming.
 */
function candidatesOf(
  { id, phrases, mustMatch, mustNotMatch }: PushedRule,
  { isTold }: { isTold: boolean },
): Candidates[] {
  const innocent = new Texts(mustNotMatch);
  const guilty = new Texts(mustMatch);
  return phrases.map(({ node }) => {
    const spelt = keywordsOf(node);
    const tried = spelt.whole ? { patterns: [], whole: true } : patternsOf(node);
    const keywords = spelt.keywords.filter(
      (keyword) => !innocent.hasKeyword(keyword) || (isTold && guilty.hasKeyword(keyword)),
    );
    const patterns = tried.patterns.filter(
      (pattern) => !innocent.hasPattern(pattern) || (isTold && guilty.hasPattern(pattern)),
    );
    const isWhole = keywords.length === spelt.keywords.length && patterns.length === tried.patterns.length;
    const [proved, others] = [true, false].map((wanted) =>
      keywords.filter((keyword) => guilty.hasKeyword(keyword) === wanted),
    );
    return {
      rule: id,
      keywords: [...(proved ?? []), ...(others ?? [])],
      patterns,
      whole: isWhole && (spelt.whole || tried.whole),
      guilty,
    };
  });
}

/** One of each list in turn, so that no phrase takes all the room. */
function inTurn(
  lists: readonly (readonly string[])[],
  most: number,
  first: readonly string[] = [],
): Set<string> {
  const chosen = new Set<string>(first.slice(0, most));
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let at = 0; at < longest; at += 1)
    for (const list of lists) {
      const one = list[at];
      if (one !== undefined && chosen.size < most) chosen.add(one);
    }
  return chosen;
}

/** Patterns by which a mustMatch text is found that no keyword finds: with few places, these come first. */
function provedPatterns(candidates: readonly Candidates[]): string[] {
  const missed = new Set<string>();
  const finders = candidates.flatMap(({ keywords, patterns, guilty }) =>
    patterns.map((pattern) => ({ pattern, texts: guilty.missedBy(keywords).filter(matching(pattern)) })),
  );
  for (const { texts } of finders) for (const text of texts) missed.add(text);
  const proved: string[] = [];
  while (missed.size > 0) {
    const gain = ({ texts }: { texts: readonly string[] }) => texts.filter((text) => missed.has(text)).length;
    const best = finders.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    proved.push(best.pattern);
    for (const text of best.texts) missed.delete(text);
  }
  return proved;
}

/** What one pattern finds by itself needs no keywords. */
const isByPattern = ({ patterns, whole }: Candidates): boolean => whole && patterns.length > 0;

function shareOf(
  { id, mustMatch, mustNotMatch }: PushedRule,
  candidates: readonly Candidates[],
  chosen: { keywords: ReadonlySet<string>; patterns: ReadonlySet<string> },
): RuleShare {
  const own = candidates.filter(({ rule }) => rule === id);
  const shares = own.map((one) => {
    const keywords = one.keywords.filter((keyword) => chosen.keywords.has(keyword)).length;
    const patterns = one.patterns.filter((pattern) => chosen.patterns.has(pattern)).length;
    if (keywords + patterns === 0) return "none";
    const isAll = patterns === one.patterns.length && (isByPattern(one) || keywords === one.keywords.length);
    return one.whole && isAll ? "whole" : "part";
  });
  const all = { keywords: [...chosen.keywords], patterns: [...chosen.patterns] };
  const [guilty, innocent] = [new Texts(mustMatch), new Texts(mustNotMatch)];
  return {
    rule: id,
    phrases: own.length,
    inPart: shares.filter((share) => share === "part").length,
    leftOut: shares.filter((share) => share === "none").length,
    examples: guilty.count,
    found: guilty.found(all),
    innocents: innocent.count,
    falseAlarms: innocent.found(all),
  };
}

/** The keywords and patterns of a kind that fit into one rule of AutoMod. Phrases share the room in turn. */
export function chooseWords({ kind, rules }: PushedGroup): Chosen {
  const candidates = rules.flatMap((rule) => candidatesOf(rule, { isTold: !mayStop(kind) }));
  const patterns = inTurn(
    candidates.map((one) => one.patterns),
    LIMITS.patterns,
    provedPatterns(candidates),
  );
  const needed = new Set(
    withoutLonger(
      candidates
        .filter((one) => !(isByPattern(one) && one.patterns.every((pattern) => patterns.has(pattern))))
        .flatMap((one) => one.keywords),
    ),
  );
  const keywords = inTurn(
    candidates.map((one) => one.keywords.filter((keyword) => needed.has(keyword))),
    LIMITS.keywords,
  );
  return {
    keywords: [...keywords],
    patterns: [...patterns],
    shares: rules.map((rule) => shareOf(rule, candidates, { keywords, patterns })),
  };
}
