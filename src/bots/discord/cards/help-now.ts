import { type CrisisLines, crisisLinesFor, lookupElsewhere } from "#core/screening/crisis-lines.ts";
import { CRISIS_LINES } from "#core/screening/crisis-lines-data.ts";
import { countryName } from "../choices.ts";
import type { Face } from "../markup.ts";

function countryLines({ country, emergencyNumber, lines }: CrisisLines): string {
  const told = lines.map(
    ({ name, contact, hours }) => `• ${name}: ${contact}${hours === undefined ? "" : `, ${hours}`}`,
  );
  return [`**${countryName(country)}** · emergency: ${emergencyNumber}`, ...told].join("\n");
}

/** Help lines of one country, or of all; always with the way to those of any other. */
export function helpNowFace(country: string | undefined): Face {
  const known = country === undefined ? undefined : crisisLinesFor(country);
  const lines = known === undefined ? Object.values(CRISIS_LINES).map(countryLines) : [countryLines(known)];
  const options = Object.keys(CRISIS_LINES).map((value) => ({ label: countryName(value), value }));
  return {
    title: "Get help now",
    body: [
      `If you or someone else is in danger right now, call ${known?.emergencyNumber ?? lookupElsewhere.emergencyNumber}.`,
      ...lines,
      `Any other country: ${lookupElsewhere.site}`,
    ].join("\n\n"),
    buttons: [],
    choice: { verb: "pick-country", hint: "Another country", options: options.slice(-25) },
  };
}
