import { FOR_WHOM_WORDS } from "#bots/for-whom-words.ts";
import { TOPICS, topicWords } from "#core/credentials/topics.ts";
import { currentLanguage, type Language } from "#core/language/language.ts";
import { keptWords, type Message, msg, t } from "#core/language/t.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import type { CrisisLineBook } from "#core/screening/load-crisis-lines.ts";

export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

export const forWhomChoices = (): readonly Option[] =>
  Object.entries(FOR_WHOM_WORDS).map(([value, label]) => ({ label: t(label), value }));

export const topicChoices = (): readonly Option[] =>
  TOPICS.map((topic) => ({ label: topicWords(topic), value: topic }));

const AGE_BANDS: readonly Message[] = [
  msg("18-29"),
  msg("30-44"),
  msg("45-59"),
  msg("60-74"),
  msg("75 or over"),
  msg("Under 18"),
  msg("Rather not say"),
];

/** What is kept is English; whoever chooses reads their own language. */
export const ageBands = (): readonly Option[] => AGE_BANDS.map((value) => ({ label: t(value), value }));

/** An age band as whoever reads it says it. */
export const ageBandWords = (kept: string): string => keptWords(kept, AGE_BANDS);

const NO_RULE = "none";

/** What somebody may think was broken, and the way to say that they do not know. */
export const ruleChoices = ({ inForce }: RuleBook): readonly Option[] => [
  { label: t("Something else / not sure"), value: NO_RULE },
  ...inForce.map(({ id, number, title, text }) => ({
    label: `${number}. ${title}`,
    value: id,
    description: beginningOf(text),
  })),
];

/** Discord shows no more under a choice. */
const DESCRIPTION_LIMIT = 100;

function beginningOf(text: string): string {
  if (text.length <= DESCRIPTION_LIMIT) return text;
  const cut = text.slice(0, DESCRIPTION_LIMIT - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), DESCRIPTION_LIMIT / 2)).toWellFormed()}…`;
}

/** The rule that a form names, for a report. */
export function ruleFrom(chosen: string | undefined): { rule?: string } {
  return chosen === undefined || chosen === "" || chosen === NO_RULE ? {} : { rule: chosen };
}

/** The code for a country without a list of its own; help lines then come from a directory kept by others. */
const ELSEWHERE = "ZZ";

const NAMES = {
  en: new Intl.DisplayNames(["en"], { type: "region" }),
  es: new Intl.DisplayNames(["es"], { type: "region" }),
} as const satisfies Record<Language, Intl.DisplayNames>;

export function countryName(code: string): string {
  return code === ELSEWHERE ? t("Another country") : (NAMES[currentLanguage()].of(code) ?? code);
}

/** The countries that have help lines of their own. */
export function listedCountries({ countries }: CrisisLineBook): readonly Option[] {
  return [...countries.keys()].map((value) => ({ label: countryName(value), value }));
}

/** As many of them as fit one list of Discord (25), and the way to the others. */
export function countryChoices(book: CrisisLineBook): readonly Option[] {
  return [...listedCountries(book).slice(0, 24), { label: countryName(ELSEWHERE), value: ELSEWHERE }];
}

/** What a form says of the country: a choice of the list, or, for "another country", its typed name or code. */
export function countryFrom(book: CrisisLineBook, chosen: string, typed: string): string {
  if (chosen !== ELSEWHERE) return chosen;
  const wanted = typed.trim().toLowerCase();
  const known = listedCountries(book).find(
    ({ label, value }) => wanted === label.toLowerCase() || wanted === value.toLowerCase(),
  );
  if (known !== undefined) return known.value;
  return /^[a-z]{2}$/.test(wanted) ? wanted.toUpperCase() : ELSEWHERE;
}
