import { times } from "#cli/case-words.ts";
import { hanging } from "#cli/columns.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { SEVERITIES } from "#core/moderation/cases/case.ts";
import { RULES } from "#core/moderation/rules.ts";

/** The rules of the community; needs nobody signed in. */
export async function run({ paint }: CommandInput): Promise<Outcome> {
  return {
    data: RULES,
    lines: RULES.flatMap(({ number, id, title, text, points, severity }) => [
      `${String(number).padStart(2)}  ${paint.title(title)}  ${paint.quiet(`${id}; ${SEVERITIES[severity]}; a strike weighs ${times(points, "point")}`)}`,
      ...hanging("    ", text, 100),
    ]),
  };
}
