import { aboutWords, momentOf } from "#cli/case-words.ts";
import type { CommandInput, Outcome, Paint } from "#cli/command.ts";
import { decidedWords } from "#cli/decided-words.ts";
import { asData, type Each, eachOf, exitOf } from "#cli/each-of.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { type DecisionPreview, previewDecision } from "#core/moderation/decisions/preview-decision.ts";

export const failedLine = (named: string, { message }: { message: string }, paint: Paint): string =>
  `  case ${named}: ${paint.bad(message)}`;

function wouldLine({ number, about, person, did, rule, confirmBy, pauseUntil }: DecisionPreview): string {
  const by = rule === null ? "" : ` (rule ${rule.number})`;
  const second = confirmBy === null ? "" : "; a second person must confirm it within 24 hours";
  const pause = pauseUntil === null ? "" : `; their writing is paused until ${momentOf(pauseUntil)} too`;
  return `  case ${number}, ${aboutWords(about, person)}: we ${did}${by}${second}${pause}`;
}

const counted = (all: readonly Each<unknown>[]): [done: number, failed: number] => [
  all.filter((one) => "done" in one).length,
  all.filter((one) => "failed" in one).length,
];

/** Says what the same decision would do to several cases; nothing is changed. */
async function wouldDecide(input: CommandInput, cases: readonly string[], chosen: Chosen): Promise<Outcome> {
  const { io, paint } = input;
  const core = await input.core();
  const actor = await input.actor();
  const all = await eachOf(cases, io.signal, (named) => previewDecision(core, { actor, named, chosen }));
  const [can, cannot] = counted(all);
  return {
    data: { dryRun: true, would: can, refused: cannot, cases: asData(all) },
    lines: [
      `${can} of ${cases.length} cases would be decided:`,
      ...all.map((one) => ("done" in one ? wouldLine(one.done) : failedLine(one.named, one.failed, paint))),
      paint.warn("Nothing was changed. Add --yes to do it."),
    ],
    exit: all.length < cases.length ? exitOf(all, cases.length) : 0,
  };
}

/** Without `--yes`, several cases are only counted and named; with it, each is decided in a transaction of its own. */
export async function decideSeveral(
  input: CommandInput,
  cases: readonly string[],
  chosen: Chosen,
): Promise<Outcome> {
  if (input.options.yes !== true) return wouldDecide(input, cases, chosen);
  const { io, paint } = input;
  const core = await input.core();
  const actor = await input.actor();
  const all = await eachOf(cases, io.signal, (named) => decideCase(core, { actor, named, chosen }));
  const [done, failed] = counted(all);
  return {
    data: { dryRun: false, decided: done, failed, cases: asData(all) },
    lines: [
      `${done} of ${cases.length} cases were decided${failed === 0 ? "." : `, ${failed} were not:`}`,
      ...all.flatMap((one) =>
        "done" in one
          ? decidedWords(one.done, paint).map((line) => `  ${line}`)
          : failedLine(one.named, one.failed, paint),
      ),
    ],
    exit: exitOf(all, cases.length),
  };
}
