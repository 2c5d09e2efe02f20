import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { listQuestions } from "#core/questions/list-questions.ts";
import { QUESTION_STATUSES } from "#core/questions/question.ts";

function when(at: Date | null): string {
  return at === null ? "-" : at.toISOString().slice(0, 16).replace("T", " ");
}

/** How the community's questions stand; what was asked is not shown. */
export async function run(input: CommandInput): Promise<Outcome> {
  const asked = textOption(input.options, "status");
  const status = QUESTION_STATUSES.find((known) => known === asked);
  if (asked !== undefined && status === undefined)
    throw new UsageError(`--status must be one of ${QUESTION_STATUSES.join(", ")}, not "${asked}"`);
  const questions = await listQuestions(await input.core(), {
    actor: await input.actor(),
    ...(status === undefined ? {} : { status }),
  });
  const { paint } = input;
  return {
    data: questions,
    lines:
      questions.length === 0
        ? ["No question yet."]
        : questions.map(
            ({ number, status: is, topic, holder, paused, promisedAt }) =>
              `${paint.title(String(number).padStart(4))}  ${is.padEnd(11)} ${topic}${holder === null ? "" : `, held by ${holder}`}${paused ? paint.warn(", paused") : ""}  ${paint.quiet(`told by ${when(promisedAt)}`)}`,
          ),
  };
}
