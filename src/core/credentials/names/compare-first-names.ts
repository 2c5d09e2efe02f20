import { type Agreement, agreement, best, CLOSE, NOT_COMPARED } from "./agreement.ts";
import { jaroWinkler } from "./jaro-winkler.ts";
import { nameParts } from "./name-parts.ts";
import { isNickname } from "./nicknames.ts";

/** The names that are given to somebody: the first and those behind it. */
export interface GivenNames {
  readonly first?: string | null;
  readonly middle?: string | null;
}

interface Words {
  readonly first: readonly string[];
  readonly middle: readonly string[];
}

const wordsOf = ({ first, middle }: GivenNames): Words => ({
  first: nameParts(first ?? "").words,
  middle: nameParts(middle ?? "").words,
});

const beginsWith = (words: readonly string[], joined: string) =>
  words.some((_, at) => words.slice(0, at + 1).join("") === joined);

const isInitial = (word: string | undefined): word is string => word?.length === 1;

function oneWay(ours: Words, theirs: Words): Agreement[] {
  const [our, their] = [ours.first.join(""), theirs.first.join("")];
  const found: Agreement[] = [];
  // Anne-Marie is Anne with the middle name Marie elsewhere, or Anne alone.
  if (beginsWith(ours.first, their) || [...ours.first, ...ours.middle].join("") === their)
    found.push(agreement("one of its parts", 0.97));
  if (isNickname(ours.first[0] ?? "", theirs.first[0] ?? "") || isNickname(our, their))
    found.push(agreement("a nickname", 0.96));
  if (isInitial(ours.first[0]) && ours.first.length === 1 && their.startsWith(ours.first[0]))
    found.push(agreement("an initial", 0.93));
  if (ours.middle.some((word) => word.length > 1 && word === their))
    found.push(agreement("the middle name", 0.9));
  return found;
}

/**
 * First and middle names in a row, as "J. Rowland" is James Rowland and "Thi Hoa" may be Hoa with the middle name Thi: each
 * must go with the one beside it, and one of them must be written out on both sides.
 */
function inARow(ours: Words, theirs: Words): Agreement[] {
  const [our, their] = [ours, theirs].map(({ first, middle }) => [...first, ...middle]) as [
    string[],
    string[],
  ];
  const length = Math.min(our.length, their.length);
  if (length < 2) return [];
  if (our.length === their.length && [...our].sort().join(" ") === [...their].sort().join(" "))
    return [agreement("one of its parts", 0.97)];
  const pairs = our.slice(0, length).map((word, at) => [word, their[at] ?? ""] as const);
  const goTogether = pairs.every(
    ([one, other]) =>
      one === other || ((isInitial(one) || isInitial(other)) && one.charAt(0) === other.charAt(0)),
  );
  if (!goTogether || !pairs.some(([one, other]) => one === other && !isInitial(one))) return [];
  const [first = "", beside = ""] = pairs[0] ?? [];
  return [first === beside ? agreement("one of its parts", 0.97) : agreement("an initial", 0.93)];
}

/** Compares first names, with a look at the middle ones; with `cut`, the second may go on behind what is written. */
export function compareFirstNames(one: GivenNames, other: GivenNames, cut = false): Agreement {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)];
  const [our, their] = [ours.first.join(""), theirs.first.join("")];
  if (our === "" || their === "") return NOT_COMPARED;
  if (our === their) return agreement("letters", 1);
  return best([
    ...oneWay(ours, theirs),
    ...oneWay(theirs, ours),
    ...inARow(ours, theirs),
    ...(cut && our.startsWith(their) ? [agreement("its beginning, as it was cut", 0.96)] : []),
    agreement("a likeness", jaroWinkler(our, their)),
  ]);
}

/** Compares middle names; `kin` are last names that somebody may carry as their middle name since they married. */
export function compareMiddleNames(
  one: string | null | undefined,
  other: string | null | undefined,
  kin: readonly string[] = [],
): Agreement {
  const [ours, theirs] = [nameParts(one ?? "").words, nameParts(other ?? "").words];
  const [our = "", their = ""] = [ours[0], theirs[0]];
  if (our === "" || their === "") return NOT_COMPARED;
  const [whole, theirWhole] = [ours.join(""), theirs.join("")];
  if (whole === theirWhole) return agreement("letters", 1);
  if (isInitial(our) || isInitial(their))
    return our[0] === their[0] ? { outcome: "same", by: "an initial", score: 0.93 } : agreement("nothing", 0);
  if (ours.some((word) => theirs.includes(word))) return agreement("one of its parts", 0.97);
  if (isNickname(our, their)) return agreement("a nickname", 0.96);
  const names = kin.map((name) => nameParts(name).words.join(""));
  if (names.includes(whole) || names.includes(theirWhole)) return agreement("small words", 0.95);
  const score = jaroWinkler(whole, theirWhole);
  return score >= CLOSE ? agreement("a likeness", score) : agreement("nothing", 0);
}
