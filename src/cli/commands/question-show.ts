import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { showQuestion } from "#core/questions/show-question.ts";

/** What happened to one question: kinds, times and what could not be delivered; never a text. */
export async function run(input: CommandInput): Promise<Outcome> {
  const number = Number(input.args[0]);
  if (!Number.isInteger(number))
    throw new UsageError(`A question is named by its number, not "${input.args[0] ?? ""}"`);
  const shown = await showQuestion(await input.core(), { actor: await input.actor(), number });
  const { paint } = input;
  return {
    data: shown,
    lines: [
      `${paint.title(`Question ${number}`)}: ${shown.status}, ${shown.topic}${shown.paused ? paint.warn(", paused") : ""}`,
      ...shown.messages.map(
        ({ kind, state, sentAt }) => `  ${sentAt?.toISOString() ?? "-"}  ${kind} (${state})`,
      ),
      ...(shown.undelivered.length === 0
        ? [paint.good("Everything was delivered.")]
        : shown.undelivered.map(({ kind, platform, state, trouble }) =>
            paint.warn(
              `  not delivered: ${kind} on ${platform}, ${state}${trouble === null ? "" : ` (${trouble})`}`,
            ),
          )),
    ],
  };
}
