import type { ActStep } from "./scenario.ts";
import type { Cast, Stage } from "./stage.ts";

/** A step that somebody is at. */
export interface Doing<P> {
  readonly stage: Stage;
  readonly cast: Cast & { readonly person: P };
  readonly step: ActStep;
}

export type Act<P> = (doing: Doing<P>) => Promise<void>;

/** How long a person looks for what they want to press; real milliseconds. */
export const PATIENCE_MS = 15_000;
export const POLL_MS = 30;

/**
 * Tries an act until it can be done: a card may still be on its way to the screen, and what failed is pressed again. The
 * last error stands.
 */
export async function soon<T>(act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (
        Date.now() > deadline ||
        !(error instanceof Error) ||
        !/interaction failed|does not see|sees no|is not on|not there|no button|no open form|nothing/i.test(
          error.message,
        )
      )
        throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

/** Where the step is done: the community it names, else the person's first. */
export function placeOf<P>({ cast, step }: Doing<P>) {
  const place =
    step.in === undefined ? cast.places[0] : cast.places.find(({ community }) => community === step.in);
  if (place === undefined) throw new Error(`this person is not in ${step.in ?? "any community"}`);
  return place;
}

/** Somebody of the cast, by the name that the step gives as its target. */
export function otherOf<P>({ step, stage }: Doing<P>): { readonly id: string; readonly name: string } {
  const other = stage.cast.get(step.target ?? "");
  if (other === undefined) throw new Error(`nobody is called ${step.target}`);
  return other.person;
}
