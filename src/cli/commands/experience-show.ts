import type { CommandInput, Outcome } from "#cli/command.ts";
import { experienceNumber } from "#cli/experience-number.ts";
import { EXPERIENCE_FIELDS, FIELDS } from "#core/experiences/experience-text.ts";
import { showExperience } from "#core/experiences/show-experience.ts";
import { USES } from "#core/experiences/uses.ts";

/** One experience as others read it; who wrote it is the name that they have here. */
export async function run(input: CommandInput): Promise<Outcome> {
  const number = experienceNumber(input.args[0]);
  const shown = await showExperience(await input.core(), { actor: await input.actor(), number });
  const { paint } = input;
  const { status, topic, pseudonym, whose, text, labels, uses } = shown;
  const allowed = USES.filter((use) => uses[use]);
  return {
    data: shown,
    lines: [
      `${paint.title(`Experience ${number}`)}: ${status}, ${topic}, by ${pseudonym} (${whose === "self" ? "first-hand" : `for a ${whose}`})`,
      ...labels.map(({ label, addedBy }) => paint.warn(`  label: ${label} (${addedBy})`)),
      paint.quiet(`  may be read or used by: ${allowed.length === 0 ? "nobody" : allowed.join(", ")}`),
      ...FIELDS.filter((field) => text[field] !== "").flatMap((field) => [
        "",
        paint.title(EXPERIENCE_FIELDS[field]),
        text[field],
      ]),
    ],
  };
}
