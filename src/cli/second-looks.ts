import { UsageError } from "#cli/command.ts";
import { MOST_SECOND_LOOKS } from "#core/communities/set-second-looks.ts";

/** Throws UsageError, which names where the number was given. */
export function readSecondLooks(text: string, where: string): number {
  const looks = Number(text);
  if (!/^\d+$/.test(text) || looks > MOST_SECOND_LOOKS)
    throw new UsageError(`${where} must be a whole number from 0 to ${MOST_SECOND_LOOKS}, not "${text}"`);
  return looks;
}

/** What the setting means, in a sentence. */
export function secondLooksWords(looks: number): string {
  if (looks === 0) return "No colleague looks at answers before they are sent.";
  const first = looks === 1 ? "the first answer" : `the first ${looks} answers`;
  return `A colleague looks at ${first} of each provider, and at every one where somebody may be in danger, before it is sent.`;
}
