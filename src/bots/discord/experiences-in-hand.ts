import { InHand } from "#bots/in-hand.ts";
import type { Segments } from "#core/experiences/screen-experience.ts";

/** How many are remembered; older ones are shown with what others would read. */
const MOST = 500;

/** What was just typed, so that its author sees what was struck out of it. Only in memory, like drafts of questions. */
const typed = new InHand<Segments>(MOST);

export function rememberTyped(experienceId: string, segments: Segments): void {
  typed.keep(experienceId, segments);
}

export function forgetTyped(experienceId: string): void {
  typed.forget(experienceId);
}

export function typedInHand(experienceId: string): Segments | undefined {
  return typed.get(experienceId);
}
