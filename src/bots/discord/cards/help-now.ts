import { crisisLinesFor, lookupElsewhere } from "#core/screening/crisis-lines.ts";
import type { CrisisLines } from "#core/screening/crisis-lines-file.ts";
import { emergencyNumberOf } from "#core/screening/crisis-message.ts";
import type { CrisisLineBook } from "#core/screening/load-crisis-lines.ts";
import { countryName, listedCountries } from "../choices.ts";
import { escapeText, type Face } from "../markup.ts";

/** So much of all countries' lines is shown at once, which leaves room in one message; the others are in the list below. */
const MOST = 5000;

function countryLines({ country, emergencyNumber, lines }: CrisisLines): string {
  const told = lines.map(
    ({ name, contact, hours }) => `• ${name}: ${contact}${hours === undefined ? "" : `, ${hours}`}`,
  );
  const head = `**${countryName(country)}** · emergency: ${escapeText(emergencyNumber)}`;
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
    title: "Get help now",
    body: [
      `If you or someone else is in danger right now, call ${escapeText(emergencyNumberOf(known))}.`,
      ...(known === undefined ? all() : [countryLines(known)]),
      `Any other country: ${lookupElsewhere.site}`,
    ].join("\n\n"),
    buttons: [],
    choice: {
      verb: "pick-country",
      hint: "Another country",
      options: listedCountries(book)
        .filter(({ value }) => value !== known?.country)
        .slice(0, 25),
    },
  };
}
