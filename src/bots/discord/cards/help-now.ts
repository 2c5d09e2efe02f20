import { t } from "#core/language/t.ts";
import { lineWords, reachWords } from "#core/screening/crisis-line-words.ts";
import { crisisLinesFor, lookupElsewhere } from "#core/screening/crisis-lines.ts";
import type { CrisisLines } from "#core/screening/crisis-lines-file.ts";
import { emergencyNumberOf } from "#core/screening/crisis-message.ts";
import type { CrisisLineBook } from "#core/screening/load-crisis-lines.ts";
import { countryName, listedCountries } from "../choices.ts";
import { escapeText, type Face } from "../markup.ts";

/** So much of all countries' lines is shown at once, which leaves room in one message; the others are in the list below. */
const MOST = 5000;

function countryLines({ country, emergencyNumber, lines }: CrisisLines): string {
  const told = lines.map((line) => `• ${lineWords(line)}`);
  const head = t("**{country}** · emergency: {emergencyNumber}", {
    country: countryName(country),
    emergencyNumber: escapeText(reachWords(emergencyNumber)),
  });
  return [head, ...told.map(escapeText)].join("\n");
}

function upTo(most: number, texts: readonly string[]): string[] {
  let left = most;
  return texts.filter(({ length }) => {
    left -= length + 2;
    return left >= 0;
  });
}

/** Help lines of one country, or of all; always with the way to those of any other. */
export function helpNowFace(book: CrisisLineBook, country: string | undefined): Face {
  const known = country === undefined ? undefined : crisisLinesFor(book, country);
  const all = () => upTo(MOST, [...book.countries.values()].map(countryLines));
  return {
    title: t("Get help now"),
    body: [
      t("If you or someone else is in danger right now, call {number}.", {
        number: escapeText(reachWords(emergencyNumberOf(known))),
      }),
      ...(known === undefined ? all() : [countryLines(known)]),
      t("Any other country: {site}", { site: lookupElsewhere.site }),
    ].join("\n\n"),
    buttons: [],
    choice: {
      verb: "pick-country",
      hint: t("Another country"),
      options: listedCountries(book)
        .filter(({ value }) => value !== known?.country)
        .slice(0, 25),
    },
  };
}
