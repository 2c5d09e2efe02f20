import { removeIdentifiers } from "./identifiers/remove-identifiers.ts";
import { PlaceholderBook } from "./placeholders.ts";
import { packPolicies } from "./policies/load-policies.ts";
import type { Policies } from "./policies/policies.ts";
import { foldForms } from "./reading/fold.ts";
import { itemsOf } from "./reading/items.ts";
import { languageIn } from "./reading/language.ts";
import { tokensOf } from "./reading/tokens.ts";
import { type Direction, gravest, type Identifier, type Screening, type Signal } from "./screening.ts";
import { findLearned, isSureOfNone, readFor } from "./signals/find-learned.ts";
import { findSignals } from "./signals/find-signals.ts";
import { Weigher } from "./signals/weigh.ts";

/** Beyond this many UTF-16 units the rules about danger do not read on; identifiers are removed everywhere. */
const READ_LIMIT = 200_000;
/** At most this share of letters may be of scripts that the rules do not know. */
const FOREIGN_SHARE = 0.3;
const CONTACT_TYPES: ReadonlySet<string> = new Set(["PHONE", "EMAIL", "URL", "HANDLE"]);

/** Whether the rules, which know Latin script only, can read most of the text. */
function isReadable(text: string): boolean {
  let latin = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if ((code | 32) >= 97 && (code | 32) <= 122) latin++;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(at) ?? code);
    if (char.length > 1) at++;
    if (/\p{Script=Latin}/u.test(char)) latin++;
    else if (/\p{L}/u.test(char)) foreign++;
  }
  return foreign <= 3 || foreign <= FOREIGN_SHARE * (latin + foreign);
}

/** Whether the rules and the readers know all of a text: not too long, and of a script and a language that they know. */
export function isFullyScreened(text: string): boolean {
  if (text.length > READ_LIMIT) return false;
  return isReadable(text) && languageIn(foldForms(text).text) !== "other";
}

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

/** The placeholders that earlier texts gave, in their order. */
function bookOf(earlier: readonly string[]): PlaceholderBook {
  const book = new PlaceholderBook();
  for (const text of earlier) {
    const forms = foldForms(text);
    const { identifiers } = removeIdentifiers(text, forms, tokensOf(forms.text), () => new PlaceholderBook());
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
}

/**
 * Looks at a text: what points at a person, whether somebody may be in danger, and, for an answer, what crosses
 * the line to individual advice. Pure, linear in the input; throws only when a table cannot be read (load-tables.ts).
 * `fullyScreened` is false when the text is too long, or in a script or a language that the rules do not know: then
 * a clear verdict proves nothing and becomes `hold`.
 */
export function screen(text: string, options: ScreenOptions = {}): Screening {
  const direction = options.direction ?? "inbound";
  const policies = options.policies ?? packPolicies();
  const forms = foldForms(text);
  const tokens = tokensOf(forms.text);
  const book = bookOf(options.earlier ?? []);
  const { identifiers, scrubbed } = removeIdentifiers(text, forms, tokens, () => book.copy());
  const tooLong = text.length > READ_LIMIT;
  const read = tooLong ? foldForms(text.slice(0, READ_LIMIT)) : forms;
  const readTokens = tooLong ? tokensOf(read.text) : tokens;
  const language = languageIn(read.text, readTokens);
  const fullyScreened = !tooLong && language !== "other" && isReadable(text);
  const items = itemsOf(read.text, readTokens);
  const weigher = new Weigher(items, policies);
  const meaning = readFor(read, readTokens, language, direction);
  const byRules = findSignals(read, items, direction, policies, { weigher, doubted: isSureOfNone(meaning) });
  const signals = [
    ...byRules.signals,
    ...findLearned(read, items, meaning, direction, { weigher, lowered: byRules.lowered }),
    ...(direction === "answer" ? contactSignals(identifiers) : []),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const verdict = gravest(signals);
  return {
    verdict: verdict === "clear" && !fullyScreened ? "hold" : verdict,
    identifiers,
    scrubbed,
    signals,
    fullyScreened,
  };
}
