import { capOption, careWords } from "#cli/care.ts";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { setCare } from "#core/communities/set-care.ts";

/** How many cases one person is offered a day from now on; a flag that is left out changes nothing. */
export async function run(input: CommandInput): Promise<Outcome> {
  const casesADay = capOption(input, "casesADay", "--cases-a-day");
  const urgentADay = capOption(input, "urgentADay", "--urgent-a-day");
  if (casesADay === undefined && urgentADay === undefined)
    throw new UsageError("Give --cases-a-day, --urgent-a-day or both; 0 is no cap");
  const care = await setCare(await input.core(), {
    actor: await input.actor(),
    ...(casesADay === undefined ? {} : { casesADay }),
    ...(urgentADay === undefined ? {} : { urgentADay }),
  });
  return {
    data: care,
    lines: [`${careWords(care)} By its number any case can still be taken, and alerts are never held back.`],
  };
}
