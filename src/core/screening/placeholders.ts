import { TITLES } from "./names/terms.ts";
import { foldForms } from "./reading/fold.ts";
import { hashOf } from "./reading/tokens.ts";
import type { IdentifierType } from "./screening.ts";

/** Each type of identifier, and the words that stand in its place. */
export const PLACEHOLDERS = {
  NAME: "name",
  DATE: "date",
  CITY: "place",
  ADDRESS: "address",
  ZIP: "postcode",
  HOSPITAL: "care facility",
  PHONE: "phone number",
  EMAIL: "e-mail address",
  URL: "link",
  SSN: "social security number",
  IP: "IP address",
  ACCOUNT: "account number",
  MRN: "record number",
  LICENSE: "license number",
  DEVICE: "device number",
  VEHICLE: "vehicle number",
  HANDLE: "username",
  AGE90: "age over 89",
} as const satisfies Record<IdentifierType, string>;

const TYPES = Object.keys(PLACEHOLDERS) as readonly IdentifierType[];
const TYPE_OF = new Map(TYPES.map((type) => [PLACEHOLDERS[type] as string, type]));
const PLACEHOLDER = new RegExp(`\\[(${Object.values(PLACEHOLDERS).join("|")})(?: \\d{1,3})?\\]`, "g");

const ALL_WORDS = Object.values(PLACEHOLDERS).join(" ");

/** Whether the placeholders themselves hold some letters, such as "ace": to remove those would put them back. */
export const isInPlaceholders = (text: string): boolean =>
  /^[\p{L} ]+$/u.test(text) && ALL_WORDS.includes(text);

/** The placeholders that stand in a text already, in order: what was removed once is not looked at again. */
export function placeholdersIn(text: string): { start: number; end: number; type: IdentifierType }[] {
  if (!text.includes("[")) return [];
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    type: TYPE_OF.get(match[1] ?? "") ?? "NAME",
  }));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Those of some spans in order that touch none of `taken`, which are in order and apart. Linear in both. */
export function clearOf<T extends Span>(spans: readonly T[], taken: readonly Span[]): T[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const one = taken[next];
    return one === undefined || one.start >= end;
  });
}

/** The words of an identifier by which it is known again, without titles. */
function wordsOf(type: IdentifierType, text: string): ReadonlySet<string> {
  const plain = foldForms(text).text.toLowerCase();
  if (type !== "NAME") return new Set([plain.replace(/[^\p{L}\p{N}@]+/gu, "")]);
  const words = plain.replace(/'s\b/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter((word) => !TITLES.has(hashOf(word)));
  return new Set(own.length > 0 ? own : words);
}

const within = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].every((word) => others.has(word));

/**
 * Which placeholder each identifier of one conversation has: the same person the same one, so that a reader can tell two
 * people apart. The first of a type is "[name]", the next "[name 2]". "Maria" is "Maria Lopez", but Ana Lopez is not
 * Luis Lopez.
 */
export class PlaceholderBook {
  readonly #known = new Map<IdentifierType, Set<string>[]>();

  /** A book of its own that knows the same. */
  copy(): PlaceholderBook {
    const copy = new PlaceholderBook();
    for (const [type, known] of this.#known)
      copy.#known.set(
        type,
        known.map((words) => new Set(words)),
      );
    return copy;
  }

  placeholderFor(type: IdentifierType, text: string): string {
    const known = this.#known.get(type) ?? [];
    this.#known.set(type, known);
    const words = wordsOf(type, text);
    let index = known.findIndex((other) => within(words, other) || within(other, words));
    if (index < 0) index = known.push(new Set()) - 1;
    for (const word of words) known[index]?.add(word);
    return index === 0 ? `[${PLACEHOLDERS[type]}]` : `[${PLACEHOLDERS[type]} ${index + 1}]`;
  }
}
