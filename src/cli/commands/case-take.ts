import type { CommandInput, Outcome } from "#cli/command.ts";
import { takeCase } from "#core/moderation/cases/take-case.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const named = input.args[0] ?? "";
  const taken = await takeCase(await input.core(), { actor: await input.actor(), named });
  return {
    data: taken,
    lines: [
      `${input.paint.good(`Case ${taken.number} is yours for twenty minutes.`)} Hand it back with curbside case release ${taken.number}`,
    ],
  };
}
