import { SHARED_NAMES } from "#cli/choices.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { listExperiences } from "#core/experiences/list-experiences.ts";

const day = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? "-";

/** What members shared and how it stands; no words of it. */
export async function run(input: CommandInput): Promise<Outcome> {
  const asked = textOption(input.options, "status");
  const status = SHARED_NAMES.find((known) => known === asked);
  if (asked !== undefined && status === undefined)
    throw new UsageError(`--status must be one of ${SHARED_NAMES.join(", ")}, not "${asked}"`);
  const shared = await listExperiences(await input.core(), {
    actor: await input.actor(),
    ...(status === undefined ? {} : { status }),
  });
  const { paint } = input;
  return {
    data: shared,
    lines:
      shared.length === 0
        ? ["No experience yet."]
        : shared.map(
            ({ number, status: is, topic, pseudonym, labels, hasCase, sharedAt }) =>
              `${paint.title(String(number).padStart(4))}  ${is.padEnd(9)} ${topic}, by ${pseudonym}${labels.length === 0 ? "" : ` [${labels.join(", ")}]`}${hasCase ? paint.warn(", a case is open") : ""}  ${paint.quiet(day(sharedAt))}`,
          ),
  };
}
