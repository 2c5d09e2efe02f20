import { times } from "#cli/case-words.ts";
import { beside } from "#cli/columns.ts";
import type { Paint } from "#cli/command.ts";
import { lasting } from "#cli/credential-words.ts";
import type { ShownThresholds } from "#core/moderation/thresholds/read-thresholds.ts";
import { type Bar, reachedBy, type Threshold } from "#core/moderation/thresholds/threshold.ts";

const HOUR_MS = 3_600_000;
/** Signs that the longest bar is long. */
const LONGEST = 40;

const pauseWords = ({ pauseHours }: Threshold): string =>
  `writing paused for ${lasting(pauseHours * HOUR_MS)}`;

/** One row for each number of points that somebody has or that begins a threshold. */
function rowsOf({ spread, thresholds }: ShownThresholds): (Bar & { does: string })[] {
  const numbers = new Set([...spread, ...thresholds].map(({ points }) => points));
  return [...numbers]
    .sort((one, other) => one - other)
    .map((points) => {
      const reached = reachedBy(thresholds, points);
      const members = spread.find((bar) => bar.points === points)?.members ?? 0;
      return { points, members, does: reached === undefined ? "" : pauseWords(reached) };
    });
}

function barLines(shown: ShownThresholds, paint: Paint): string[] {
  const rows = rowsOf(shown);
  if (rows.length === 0) return [];
  const most = Math.max(1, ...rows.map(({ members }) => members));
  const bar = (members: number) => "#".repeat(Math.ceil((members / most) * LONGEST));
  const [head = ""] = beside([
    ["points", 6],
    ["members", 7],
    ["a further strike that leaves them there", 40],
  ]);
  return [
    paint.quiet(head),
    ...rows.map(({ points, members, does }) =>
      `${String(points).padStart(6)}  ${String(members).padStart(7)}  ${[bar(members), does].filter((one) => one !== "").join("  ")}`.trimEnd(),
    ),
  ];
}

/** The thresholds beside the points that people have now, and what they would have done to the strikes of the last 90 days. */
export function thresholdLines(shown: ShownThresholds, paint: Paint): string[] {
  const { thresholds, strikes, would } = shown;
  const past =
    strikes.strikes === 0
      ? "There was no strike in the last 90 days, so nothing says yet what that would do."
      : `Of ${times(strikes.strikes, "strike")} of the last 90 days (${times(strikes.members, "member")}), ${would.strikes} would have paused somebody (${times(would.members, "member")}).`;
  return [
    ...(thresholds.length === 0
      ? ["No threshold: points pause nobody."]
      : thresholds.map(
          (one) => `With ${times(one.points, "point")} or more, a strike also means ${pauseWords(one)}.`,
        )),
    "",
    ...barLines(shown, paint),
    past,
  ];
}
