import { times } from "#cli/case-words.ts";
import { type CommandInput, textOption, UsageError } from "#cli/command.ts";
import { type Care, MOST_A_DAY } from "#core/communities/set-care.ts";

/** A cap from a flag; undefined where it was not given. Throws UsageError. */
export function capOption(
  { options }: CommandInput,
  name: "casesADay" | "urgentADay",
  flag: string,
): number | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text) || Number(text) > MOST_A_DAY)
    throw new UsageError(`${flag} must be a whole number from 0 (no cap) to ${MOST_A_DAY}, not "${text}"`);
  return Number(text);
}

/** What the caps mean, in a sentence. */
export function careWords({ casesADay, urgentADay }: Care): string {
  if (casesADay === 0 && urgentADay === 0) return "One person is offered as many cases a day as there are.";
  if (casesADay === 0) return `One person is offered ${times(urgentADay, "urgent case")} a day at most.`;
  const urgent = urgentADay === 0 ? "" : `, ${urgentADay} of them urgent`;
  return `One person is offered ${times(casesADay, "case")} a day at most${urgent}.`;
}
