import { answerParts, day, sourceWords } from "#bots/library-words.ts";
import { type CommandInput, type Paint, UsageError } from "#cli/command.ts";
import type { EntryLine } from "#core/library/list-entries.ts";
import type { EntryShown } from "#core/library/show-entry.ts";

/** An argument that is the number of an answer of the library. Throws UsageError. */
export function entryArgument({ args }: CommandInput, at = 0): number {
  const typed = args[at] ?? "";
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`An answer of the library is named by its number, not "${typed}"`);
  return number;
}

function untilWords({ waitsUntil, reviewBy }: Pick<EntryLine, "waitsUntil" | "reviewBy">): string {
  if (waitsUntil !== null) return `waits until ${day(waitsUntil)}`;
  return reviewBy === null ? "" : `review by ${day(reviewBy)}`;
}

export function entryLine(line: EntryLine, paint: Paint): string {
  const { number, state, topic, question, isImported, helped } = line;
  const words = question ?? paint.quiet("not for others to read");
  const more = [isImported ? "imported" : "", untilWords(line), helped === 0 ? "" : `helped ${helped}`];
  return `${paint.title(String(number).padStart(4))}  ${state.padEnd(9)}  ${topic}: ${words}  ${paint.quiet(more.filter((part) => part !== "").join(", "))}`;
}

/** One answer as a screen. */
export function entryScreen(entry: EntryShown, paint: Paint): string[] {
  const { number, state, topic, text, reviewedAt, reviewerRole, renewedAt, mergedInto, helped } = entry;
  const by = reviewerRole === null ? "" : ` by a ${reviewerRole.toLowerCase()}`;
  const found = helped.reduce((sum, use) => sum + use.found, 0);
  const instead = helped.reduce((sum, use) => sum + use.insteadOfAsking, 0);
  return [
    `${paint.title(`Answer ${number}`)}: ${state}, ${topic}${mergedInto === null ? "" : `, now answer ${mergedInto}`}`,
    ...(text === null
      ? [paint.quiet("Nothing of it is for others to read.")]
      : [
          text.question,
          ...answerParts(text.answer).flatMap(({ heading, text: words }) => [
            ...(heading === undefined ? [] : [paint.quiet(heading)]),
            `  ${words.replaceAll("\n", "\n  ")}`,
          ]),
          paint.quiet(sourceWords(text)),
        ]),
    ...(reviewedAt === null ? [] : [`Reviewed ${day(reviewedAt)}${by}`]),
    ...(renewedAt === null ? [] : [`Found still right ${day(renewedAt)}`]),
    ...[untilWords(entry)].filter((words) => words !== ""),
    ...(entry.changed
      ? [paint.warn("The answer was edited or hidden since: nobody finds this, and it can only be retired.")]
      : []),
    `It helped ${found} times after a search, and ${instead} times instead of a question.`,
  ];
}
