import type { Node, WordNode } from "#core/screening/policies/phrase.ts";
import { halvesOf } from "./apostrophes.ts";
import { LIMITS } from "./limits.ts";

/** Between two words: signs and blanks. */
const NEXT = "\\W+";

/** Of each list of words a pattern takes the first ones only; of the longest a window, so that patterns follow each other. */
interface Share {
  readonly most: number;
  readonly windowed: WordNode | undefined;
  readonly from: number;
  readonly to: number;
}

const typed = (word: string): string => halvesOf(word)?.join("['’]?") ?? word;

function alternatives(options: readonly string[]): string | undefined {
  if (options.length === 0) return undefined;
  return options.length === 1 ? options[0] : `(?:${options.join("|")})`;
}

const wordsOf = ({ words, begins, ends }: WordNode): string[] => [
  ...words.map(typed),
  ...begins.map((word) => `${word}\\w*`),
  ...ends.map((word) => `\\w*${word}`),
];

function ofWord(node: WordNode, { most, windowed, from, to }: Share): string | undefined {
  const words = wordsOf(node);
  return alternatives(node === windowed ? words.slice(from, to) : words.slice(0, most));
}

const isOptional = (node: Node): boolean => node.is === "maybe" || node.is === "gap";

/** What may stand there or not, with the blank that parts it from the rest. */
function optional(node: Node, share: Share, side: "before" | "after"): string {
  const word = node.is === "gap" ? "\\w+" : node.is === "maybe" ? expression(node.item, share) : undefined;
  if (word === undefined) return "";
  const part = side === "before" ? `${word}${NEXT}` : `${NEXT}${word}`;
  if (node.is === "gap") return `(?:${part}){0,${node.most}}`;
  return `(?:${part})${node.is === "maybe" && node.often ? "{0,6}" : "?"}`;
}

function inOrder(items: readonly Node[], share: Share): string | undefined {
  const first = items.findIndex((item) => !isOptional(item));
  if (first < 0) return undefined;
  let made = "";
  for (const [at, item] of items.entries()) {
    if (isOptional(item)) {
      made += optional(item, share, at < first ? "before" : "after");
      continue;
    }
    const part = expression(item, share);
    if (part === undefined) return undefined;
    made += at === first ? part : `${NEXT}${part}`;
  }
  return made;
}

/** A node as a regular expression; undefined where it has none that finds no more than the node does. */
function expression(node: Node, share: Share): string | undefined {
  switch (node.is) {
    case "word":
      return ofWord(node, share);
    case "number":
      if (node.least === node.most) return String(node.least);
      return node.least === 0 && node.most === Infinity ? "\\d+" : undefined;
    case "any":
      return "\\w+";
    case "edge":
    case "gap":
      return undefined;
    case "maybe":
      return expression(node.item, share);
    case "one":
      return alternatives(
        node.options.slice(0, share.most).flatMap((option) => expression(option, share) ?? []),
      );
    case "all":
      return inOrder(node.items, share);
  }
}

/** What may be left out at either end changes nothing for a search. */
function trimmed(node: Node): Node {
  if (node.is !== "all") return node;
  const from = node.items.findIndex((item) => !isOptional(item));
  const to = node.items.findLastIndex((item) => !isOptional(item));
  return from < 0 ? node : { is: "all", items: node.items.slice(from, to + 1) };
}

function longestWords(node: Node): WordNode | undefined {
  const size = (one: WordNode | undefined) => (one === undefined ? 0 : wordsOf(one).length);
  const longer = (one: WordNode | undefined, other: WordNode | undefined) =>
    size(other) > size(one) ? other : one;
  switch (node.is) {
    case "word":
      return node;
    case "maybe":
      return longestWords(node.item);
    case "one":
      return node.options.map(longestWords).reduce(longer, undefined);
    case "all":
      return node.items.map(longestWords).reduce(longer, undefined);
    default:
      return undefined;
  }
}

function patternWith(node: Node, share: Share): string | undefined {
  const made = expression(node, share);
  if (made === undefined) return undefined;
  const pattern = `(?i)\\b${made}\\b`;
  return pattern.length <= LIMITS.patternLength ? pattern : undefined;
}

const LEAST_WINDOW = 4;

/** Patterns that go through the longest list of words window by window, each as wide as fits. */
function windows(node: Node, windowed: WordNode, most: number): string[] {
  const end = wordsOf(windowed).length;
  const patterns: string[] = [];
  for (let from = 0; from < end; ) {
    let fitting: { pattern: string; to: number } | undefined;
    for (let to = from + 1; to <= end; to += 1) {
      const pattern = patternWith(node, { most, windowed, from, to });
      if (pattern === undefined) break;
      fitting = { pattern, to };
    }
    if (fitting === undefined) return [];
    const isNarrow = fitting.to - from < LEAST_WINDOW && fitting.to < end;
    if (isNarrow && most > LEAST_WINDOW) return [];
    patterns.push(fitting.pattern);
    from = fitting.to;
  }
  return patterns;
}

/** A phrase as regular expressions in the flavour of Rust, each within the limit; the first ones matter most. */
export function patternsOf(phrase: Node): { patterns: string[]; whole: boolean } {
  const node = trimmed(phrase);
  const all = patternWith(node, { most: Infinity, windowed: undefined, from: 0, to: 0 });
  if (all !== undefined) return { patterns: [all], whole: true };
  const windowed = longestWords(node);
  if (windowed === undefined) return { patterns: [], whole: false };
  for (const most of [16, 12, 8, 6, LEAST_WINDOW]) {
    const patterns = windows(node, windowed, most);
    if (patterns.length > 0) return { patterns, whole: false };
  }
  return { patterns: [], whole: false };
}
