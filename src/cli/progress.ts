import type { Io } from "#cli/command.ts";

const EVERY_MS = 100;

/** "9 s left", when a share of the work took so many seconds. */
export function secondsLeft(seconds: number, share: number): string {
  const left = (seconds / share) * (1 - share);
  return left < 90 ? `${Math.max(1, Math.round(left))} s left` : `${Math.round(left / 60)} min left`;
}

export interface ProgressShown<T> {
  readonly show: (progress: T) => void;
  /** Takes the line away. */
  clear(): void;
}

interface Shown<T> {
  readonly lineOf: (progress: T, seconds: number) => string;
  /** What is shown at once when it changes. */
  readonly phaseOf?: (progress: T) => string;
  readonly now?: () => number;
}

/** One line on stderr that is written over, at most ten times a second. */
export function progressOn<T>(
  stderr: Io["stderr"],
  { lineOf, phaseOf = () => "", now = () => performance.now() }: Shown<T>,
): ProgressShown<T> {
  const started = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let phase: string | undefined;
  let width = 0;
  return {
    show(progress) {
      const at = now();
      if (phaseOf(progress) === phase && at - shownAt < EVERY_MS) return;
      const line = lineOf(progress, (at - started) / 1000);
      stderr(`\r${line.padEnd(width)}`);
      width = line.length;
      shownAt = at;
      phase = phaseOf(progress);
    },
    clear() {
      if (width > 0) stderr(`\r${" ".repeat(width)}\r`);
      width = 0;
    },
  };
}
