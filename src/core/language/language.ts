import { AsyncLocalStorage } from "node:async_hooks";

/** The languages of what members read; English is the one that everything is written in. */
export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What stands in the database or in an older press; English for anything else. */
export const asLanguage = (stored: string | undefined): Language =>
  LANGUAGES.find((language) => language === stored) ?? "en";

/** The nearest of ours to a locale as platforms name them (BCP 47: "es-419", "en-GB"); English where it is none of ours. */
export const languageOf = (locale: string | undefined): Language =>
  asLanguage(locale?.slice(0, 2).toLowerCase());

const spoken = new AsyncLocalStorage<Language>();

/** The language of whoever reads what is being made now; English unless inLanguage says otherwise. */
export const currentLanguage = (): Language => spoken.getStore() ?? "en";

/** All that `make` says by `t`, now or after it waited for something, is said in this language. */
export const inLanguage = <T>(language: Language, make: () => T): T => spoken.run(language, make);
