import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "./language.ts";

/** What is said in another language, by what it is in English. */
export type Catalogue = ReadonlyMap<string, string>;

/** Where catalogues lie: in languages/ at the root of the project, for the source and for dist/. */
const folderOf = (language: Language): URL => {
  const up = import.meta.url.includes("/dist/src/core/") ? "../../../../" : "../../../";
  return new URL(`${up}languages/${language}/`, import.meta.url);
};

const read = new Map<Language, Catalogue>();

/** All files of a language together, read when it is first spoken. Throws where one cannot be read. */
export function catalogueOf(language: Language): Catalogue {
  const known = read.get(language);
  if (known !== undefined) return known;
  const folder = folderOf(language);
  const made = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    const entries: Record<string, string> = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    for (const [english, said] of Object.entries(entries)) made.set(english, said);
  }
  read.set(language, made);
  return made;
}
