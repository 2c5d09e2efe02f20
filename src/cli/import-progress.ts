import type { Io } from "#cli/command.ts";
import type { ImportProgress } from "#core/credentials/registries/import-file.ts";

const EVERY_MS = 100;
const DOING = {
  reading: "Reading",
  ordering: "Putting in order",
  checking: "Checking the new file",
} as const;

const inSeconds = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

/** "Reading: 1,204,000 rows, 41 %, 190,000 rows/s, 9 s left". */
export function progressLine({ doing, rows, bytes, size }: ImportProgress, seconds: number): string {
  const parts = [`${DOING[doing]}: ${rows.toLocaleString("en-US")} rows`];
  if (doing !== "reading" || seconds < 0.5) return parts.join("");
  const share = size === undefined || size === 0 ? undefined : Math.min(1, bytes / size);
  if (share !== undefined) parts.push(`${Math.floor(share * 100)} %`);
  parts.push(`${Math.round(rows / seconds).toLocaleString("en-US")} rows/s`);
  if (share !== undefined && share > 0.01) parts.push(`${inSeconds((seconds / share) * (1 - share))} left`);
  return parts.join(", ");
}

export interface ProgressShown {
  readonly show: (progress: ImportProgress) => void;
  /** Takes the line away. */
  clear(): void;
}

/** One line on stderr that is written over, at most ten times a second. */
export function progressOn(stderr: Io["stderr"], now: () => number = () => performance.now()): ProgressShown {
  const started = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let doing: ImportProgress["doing"] | undefined;
  let width = 0;
  return {
    show(progress) {
      const at = now();
      if (progress.doing === doing && at - shownAt < EVERY_MS) return;
      const line = progressLine(progress, (at - started) / 1000);
      stderr(`\r${line.padEnd(width)}`);
      width = line.length;
      shownAt = at;
      doing = progress.doing;
    },
    clear() {
      if (width > 0) stderr(`\r${" ".repeat(width)}\r`);
      width = 0;
    },
  };
}
