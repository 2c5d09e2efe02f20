import { type Folded, foldForms } from "./reading/fold.ts";
import { type Items, itemsOf } from "./reading/items.ts";
import { type Language, languageIn } from "./reading/language.ts";
import { type Token, tokensOf } from "./reading/tokens.ts";

/** Beyond this many UTF-16 units the rules about danger do not read on; identifiers are removed everywhere. */
const READ_LIMIT = 200_000;
/** At most this share of letters may be of scripts that the rules do not know. */
const FOREIGN_SHARE = 0.3;

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

/** A text in the forms that everything else works on, whatever the policies are. */
export interface ReadText {
  readonly text: string;
  /** All of it: for identifiers. */
  readonly forms: Folded;
  readonly tokens: readonly Token[];
  /** What rules and readers read: the beginning of a text that is too long. */
  readonly read: Folded;
  readonly readTokens: readonly Token[];
  readonly items: Items;
}

export function readText(text: string): ReadText {
  const forms = foldForms(text);
  const tokens = tokensOf(forms.text);
  const tooLong = text.length > READ_LIMIT;
  const read = tooLong ? foldForms(text.slice(0, READ_LIMIT)) : forms;
  const readTokens = tooLong ? tokensOf(read.text) : tokens;
  return { text, forms, tokens, read, readTokens, items: itemsOf(read.text, readTokens) };
}

/** The language of what is read, and whether that is all of the text. */
export function languageOf({ text, read, readTokens }: ReadText): {
  readonly language: Language;
  readonly fullyScreened: boolean;
} {
  const language = languageIn(read.text, readTokens);
  return { language, fullyScreened: text.length <= READ_LIMIT && language !== "other" && isReadable(text) };
}
