import { times } from "#cli/case-words.ts";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { thresholdLines } from "#cli/threshold-screen.ts";
import { previewThreshold, setThreshold } from "#core/moderation/thresholds/set-threshold.ts";

const SET = [
  "let it hold",
  "That holds for strikes from now on. Nobody is paused for what was decided before.",
] as const;
const REMOVED = [
  "take it away",
  "Taken away, for strikes from now on. Pauses that were decided before stand.",
] as const;

function pointsIn([typed = ""]: readonly string[]): number {
  if (!/^[1-9]\d{0,2}$/.test(typed))
    throw new UsageError(`The points must be a whole number such as 3, not "${typed}"`);
  return Number(typed);
}

/** Says what the change would have done; with `--yes` it holds. Without a time the threshold is taken away. */
export async function changeThreshold(input: CommandInput, pauseMs: number | undefined): Promise<Outcome> {
  const { args, options, paint } = input;
  const points = pointsIn(args);
  const isDone = options.yes === true;
  const [wish, done] = pauseMs === undefined ? REMOVED : SET;
  const change = isDone ? setThreshold : previewThreshold;
  const shown = await change(await input.core(), { actor: await input.actor(), points, pauseMs });
  return {
    data: { dryRun: !isDone, ...shown },
    lines: [
      ...(pauseMs === undefined && !isDone ? [`Without the threshold at ${times(points, "point")}:`] : []),
      ...thresholdLines(shown, paint),
      isDone ? paint.good(done) : paint.warn(`Nothing was changed. Add --yes to ${wish}.`),
    ],
  };
}
