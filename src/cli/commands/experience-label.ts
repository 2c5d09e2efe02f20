import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { experienceNumber } from "#cli/experience-number.ts";
import { AMBERS, amberOf } from "#core/experiences/ambers.ts";
import { labelExperience } from "#core/experiences/label-experience.ts";

/** A warning before somebody's text, put there by whoever moderates. */
export async function run(input: CommandInput): Promise<Outcome> {
  const number = experienceNumber(input.args[0]);
  const label = amberOf(input.args[1] ?? "");
  if (label === undefined)
    throw new UsageError(`A label is one of ${AMBERS.join(", ")}, not "${input.args[1] ?? ""}"`);
  const on = input.options.remove !== true;
  const { experienceId, changed } = await labelExperience(await input.core(), {
    ...{ actor: await input.actor(), number, label, on },
  });
  const now = on ? "stands before it now. Its author is told." : "is gone.";
  const before = on ? "stands before it already." : "was not there.";
  return {
    data: { experienceId, number, label, on, changed },
    lines: [`The label ${label} ${changed ? now : before}`],
  };
}
