import { EXIT, type RenderedError, renderError } from "#cli/render-error.ts";

/** What one of several came to. */
export type Each<T> =
  | { readonly named: string; readonly done: T }
  | { readonly named: string; readonly failed: RenderedError };

/**
 * Does the same to several, each on its own: what fails does not hold up the rest, and is told at the end. Stops between two
 * when the signal says so.
 */
export async function eachOf<T>(
  names: readonly string[],
  signal: AbortSignal | undefined,
  act: (named: string) => Promise<T>,
): Promise<Each<T>[]> {
  const all: Each<T>[] = [];
  for (const named of names) {
    if (signal?.aborted === true) break;
    try {
      all.push({ named, done: await act(named) });
    } catch (error) {
      all.push({ named, failed: renderError(error) });
    }
  }
  return all;
}

/** 0 where all was done, 130 where it was stopped, 1 where the fault was ours, else 3. */
export function exitOf(all: readonly Each<unknown>[], wanted: number): number {
  const failed = all.flatMap((one) => ("failed" in one ? [one.failed] : []));
  if (all.length < wanted) return EXIT.interrupted;
  if (failed.some(({ exit }) => exit === EXIT.fault)) return EXIT.fault;
  return failed.length > 0 ? EXIT.refused : EXIT.done;
}

/** For `--json`: what was done, or the code that refused it. */
export const asData = (all: readonly Each<object>[]): object[] =>
  all.map((one) =>
    "done" in one
      ? { case: one.named, ok: true, ...one.done }
      : { case: one.named, ok: false, code: one.failed.code, details: one.failed.details ?? {} },
  );
