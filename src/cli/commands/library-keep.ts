import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";

/** Asks the patient and the author of a question's newest answer whether it may be kept for others. */
export async function run(input: CommandInput): Promise<Outcome> {
  const question = Number(input.args[0]);
  if (!Number.isInteger(question))
    throw new UsageError(`A question is named by its number, not "${input.args[0] ?? ""}"`);
  const words = await input.need("words", "The question in general words, as anybody could ask it?");
  const { number } = await proposeEntry(await input.core(), {
    actor: await input.actor(),
    named: { number: question },
    words,
  });
  return {
    data: { number, state: "proposed" },
    lines: [
      `${input.paint.good("Asked.")} It is answer ${number} of the library once the patient and the author say yes and a colleague looked.`,
    ],
  };
}
