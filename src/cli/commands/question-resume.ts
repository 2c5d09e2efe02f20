import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { resumeQuestion } from "#core/moderation/resume-question.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const number = Number(input.args[0]);
  if (!Number.isInteger(number))
    throw new UsageError(`A question is named by its number, not "${input.args[0] ?? ""}"`);
  await resumeQuestion(await input.core(), { actor: await input.actor(), number });
  return {
    data: { number, paused: false },
    lines: [`${input.paint.good("Resumed.")} Question ${number} goes on; both sides were told.`],
  };
}
