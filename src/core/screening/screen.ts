import { type Removal, removeIdentifiers } from "./identifiers/remove-identifiers.ts";
import type { CrisisLineBook } from "./load-crisis-lines.ts";
import { PlaceholderBook } from "./placeholders.ts";
import { packPolicies } from "./policies/load-policies.ts";
import type { Policies } from "./policies/policies.ts";
import { languageOf, type ReadText, readText } from "./read-text.ts";
import { foldForms } from "./reading/fold.ts";
import { tokensOf } from "./reading/tokens.ts";
import { type Direction, gravest, type Identifier, type Screening, type Signal } from "./screening.ts";
import { findLearned, isSureOfNone, readFor } from "./signals/find-learned.ts";
import { findSignals } from "./signals/find-signals.ts";
import { Weigher } from "./signals/weigh.ts";

const CONTACT_TYPES: ReadonlySet<string> = new Set(["PHONE", "EMAIL", "URL", "HANDLE"]);

/** A contact in an answer is advice beyond the general, as well as an identifier. */
function contactSignals(identifiers: readonly Identifier[]): Signal[] {
  return identifiers
    .filter(({ type }) => CONTACT_TYPES.has(type))
    .map(({ start, end }) => ({
      kind: "advice",
      action: "hold",
      rule: "advice.identifier",
      start,
      end,
      score: 0.9,
    }));
}

/** What is removed from a text, and what is left; the placeholders go on from those of `book`, `publicNumbers` stay. */
export function scrub(
  { text, forms, tokens }: Pick<ReadText, "text" | "forms" | "tokens">,
  book = new PlaceholderBook(),
  publicNumbers?: ReadonlySet<string>,
): Removal {
  return removeIdentifiers(text, forms, tokens, () => book.copy(), publicNumbers);
}

/** The placeholders that earlier texts gave, in their order. */
function bookOf(earlier: readonly string[], publicNumbers?: ReadonlySet<string>): PlaceholderBook {
  const book = new PlaceholderBook();
  for (const text of earlier) {
    const forms = foldForms(text);
    const { identifiers } = scrub({ text, forms, tokens: tokensOf(forms.text) }, undefined, publicNumbers);
    for (const { type, start, end } of identifiers) book.placeholderFor(type, text.slice(start, end));
  }
  return book;
}

export interface ScreenOptions {
  /** `inbound` when left out. */
  readonly direction?: Direction;
  /** The rules in force; the default pack when left out. */
  readonly policies?: Policies;
  /** Earlier texts of the conversation, oldest first: who was named there keeps the same placeholder here. */
  readonly earlier?: readonly string[];
  /** The help lines in force: their numbers stay, those that come with Curbside in any case. */
  readonly crisisLines?: CrisisLineBook;
}

/** What policies make of a text. */
export type Judgement = Pick<Screening, "verdict" | "signals" | "fullyScreened">;

/**
 * Judges a text under one policy after the other, and reads it once for all of them. `identifiers` are those of the text;
 * they count in an answer only.
 */
export function judgeOf(
  text: ReadText,
  direction: Direction,
  identifiers: readonly Identifier[],
): (policies: Policies) => Judgement {
  const { read, readTokens, items } = text;
  const { language, fullyScreened } = languageOf(text);
  const meaning = readFor(read, readTokens, language, direction);
  const doubted = isSureOfNone(meaning);
  const contacts = direction === "answer" ? contactSignals(identifiers) : [];
  return (policies) => {
    const weigher = new Weigher(items, policies);
    const byRules = findSignals(read, items, direction, policies, { weigher, doubted });
    const signals = [
      ...byRules.signals,
      ...findLearned(read, items, meaning, direction, { weigher, lowered: byRules.lowered }),
      ...contacts,
    ].sort((a, b) => a.start - b.start || a.end - b.end);
    const verdict = gravest(signals);
    return { verdict: verdict === "clear" && !fullyScreened ? "hold" : verdict, signals, fullyScreened };
  };
}

/**
 * Looks at a text: what points at a person, whether somebody may be in danger, and, for an answer, what crosses
 * the line to individual advice. Pure, linear in the input; throws only when a table cannot be read (load-tables.ts).
 * `fullyScreened` is false when the text is too long, or in a script or a language that the rules do not know: then
 * a clear verdict proves nothing and becomes `hold`.
 */
export function screen(text: string, options: ScreenOptions = {}): Screening {
  const direction = options.direction ?? "inbound";
  const whole = readText(text);
  const published = options.crisisLines?.publicNumbers;
  const { identifiers, scrubbed } = scrub(whole, bookOf(options.earlier ?? [], published), published);
  const judgement = judgeOf(whole, direction, identifiers)(options.policies ?? packPolicies());
  return { identifiers, scrubbed, ...judgement };
}
