import { currentLanguage, type Language } from "./language.ts";

/** How each language writes days: in English as they do in Europe, "12 Aug 2031". */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", es: "es" };

/** A day in UTC for whoever reads it, as `how` asks: "12 Aug 2031", "12 ago 2031". */
export const dayWords = (
  at: Date,
  how: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" },
): string => at.toLocaleDateString(LOCALES[currentLanguage()], { ...how, timeZone: "UTC" });

/** "a", "a and b", "a, b, and c" for whoever reads it. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: "conjunction" }).format(words);

/** The same with no comma before the last: "a, b and c". */
export const listedPlainly = (words: readonly string[]): string =>
  new Intl.ListFormat(LOCALES[currentLanguage()], { type: "conjunction" }).format(words);
