import { chosenBy } from "#cli/chosen.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { decideSeveral } from "#cli/decide-several.ts";
import { decidedWords } from "#cli/decided-words.ts";
import { refuse } from "#core/errors.ts";
import { caseQueue } from "#core/moderation/cases/case-queue.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";

/** The open cases about somebody, by the name they have here. */
async function casesAbout(input: CommandInput, name: string): Promise<string[]> {
  const waiting = await caseQueue(await input.core(), { actor: await input.actor() });
  const about = waiting.filter(({ person }) => person === name).map(({ number }) => String(number));
  if (about.length === 0) throw refuse("not_found", { what: "case" });
  return about;
}

/** One case at once; several, or all about somebody, are a dry run unless `--yes` says otherwise. */
export async function run(input: CommandInput): Promise<Outcome> {
  const person = textOption(input.options, "allAbout");
  const named = [...new Set(input.args)];
  if ((person === undefined) === (named.length === 0))
    throw new UsageError(
      person === undefined
        ? "Which case? Name it by its number; curbside case list has them"
        : "Name cases or --all-about, not both",
    );
  const chosen = await chosenBy(input);
  if (person !== undefined) return decideSeveral(input, await casesAbout(input, person), chosen);
  const [only = "", another] = named;
  if (another !== undefined) return decideSeveral(input, named, chosen);
  const decided = await decideCase(await input.core(), { actor: await input.actor(), named: only, chosen });
  return { data: decided, lines: decidedWords(decided, input.paint) };
}
