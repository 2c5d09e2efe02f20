import { existsSync } from "node:fs";
import { times } from "#cli/case-words.ts";
import { hanging } from "#cli/columns.ts";
import { type CommandInput, type Outcome, screenWidth, UsageError } from "#cli/command.ts";
import { SEVERITIES } from "#core/moderation/cases/case.ts";
import { loadRules, ownRules, readRules } from "#core/moderation/load-rules.ts";
import type { Rule } from "#core/moderation/rules.ts";
import { homeOf } from "../../config.ts";

const FROM = {
  shipped: "comes with Curbside",
  changed: "comes with Curbside, changed here",
  own: "your own",
} as const satisfies Record<Rule["from"], string>;

/** The rules in force, or as a file would make them; needs nobody signed in, and no database. */
export async function run({ args: [file], options, io, paint }: CommandInput): Promise<Outcome> {
  if (file !== undefined && !existsSync(file)) throw new UsageError(`There is no file ${file}`);
  const { all, inForce } = file === undefined ? loadRules(ownRules(homeOf(io.env))) : readRules(file);
  const shown = options.all === true ? all : inForce;
  return {
    data: shown,
    lines: shown.flatMap(({ number, id, title, text, points, severity, from, retired }) => {
      const facts = [id, SEVERITIES[severity], `a strike weighs ${times(points, "point")}`, FROM[from]];
      const is = retired ? [...facts, "no longer a rule"] : facts;
      return [
        `${String(number).padStart(3)}  ${paint.title(title)}  ${paint.quiet(is.join("; "))}`,
        ...hanging("     ", text, Math.min(100, screenWidth(io))),
      ];
    }),
  };
}
