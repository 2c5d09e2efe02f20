import { setTimeout as sleep } from "node:timers/promises";

const GIVE_UP_MS = 150_000;

/** Errors of a scripted person: the button is not there (yet), or the press failed as they would see it. */
function isTheirs(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === "InteractionFailed" ||
      /does not see|sees no|is not on|not there|no button|no open form|nothing|form is open/i.test(
        error.message,
      ))
  );
}

/**
 * Does `act` again and again, as somebody would who sees that it failed, until `done`. What `act` throws because the
 * screen does not show what it needs is passed over. Rejects when it takes longer than anybody would wait.
 */
export async function persist(what: string, done: () => boolean, act: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  let last: unknown;
  while (!done()) {
    if (Date.now() > deadline) throw new Error(`gave up: ${what}`, { cause: last });
    try {
      await act();
    } catch (error) {
      if (!isTheirs(error)) throw error;
      last = error;
    }
    if (!done()) await sleep(20 + Math.random() * 60);
  }
}
