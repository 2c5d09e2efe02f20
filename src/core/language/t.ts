import { catalogueOf } from "./catalogue.ts";
import { currentLanguage } from "./language.ts";

declare const MARKED: unique symbol;

/** A text in English that stands in the catalogues, for `t`. */
export type Message = string & { readonly [MARKED]: true };

/** What stands in place of {name} in a message. A text of a person comes escaped for where it is shown. */
export type Values = Readonly<Record<string, string | number>>;

/** Only texts that are written out in the source, so that test/contracts/languages finds each of them. */
type Literal<T extends string> = string extends T ? never : T;

/** Marks a message where it is defined; it is said by `t` later, once it is known who reads it. */
export const msg = <const T extends string>(text: Literal<T>): Message => text as string as Message;

/** Tells two messages apart that are the same in English only: "Open##button" is shown as "Open". */
const CONTEXT = /##.*$/s;

/**
 * A message in the language of whoever reads it, as `inLanguage` says; in English where that is missing. At the top of a file it
 * would be said before anybody reads it: mark it there by `msg`.
 */
export function t<const T extends string>(text: Literal<T> | Message, values: Values = {}): string {
  const language = currentLanguage();
  const said = language === "en" ? undefined : catalogueOf(language).get(text);
  return (said ?? text.replace(CONTEXT, "")).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

const RULES = { en: new Intl.PluralRules("en"), es: new Intl.PluralRules("es") } as const;

/** The first message for one, the second for any other number; {n} is the number. */
export function tn<const One extends string, const Other extends string>(
  n: number,
  one: Literal<One>,
  other: Literal<Other>,
  values: Values = {},
): string {
  const isOne = RULES[currentLanguage()].select(n) === "one";
  return t((isOne ? one : other) as string as unknown as Message, { n, ...values });
}

/** What is kept in English, where it is one of these messages; what somebody wrote themselves stays as it is. */
export function keptWords(kept: string, known: readonly Message[]): string {
  const message = known.find((one) => one === kept);
  return message === undefined ? kept : t(message);
}
