import { InHand } from "./in-hand.ts";
import type { Target } from "./press.ts";

/** How many open forms are remembered; an older one comes back without the text of its message. */
const MOST = 500;

/**
 * The message that each open form is about, as Discord gave it when the menu was opened. What comes back with the form does
 * not have it, and without the Message Content intent it cannot be read again.
 */
const targets = new InHand<Target>(MOST);

/** `press` is the id of the interaction that opened the form. */
export function rememberTarget(press: string, target: Target): void {
  targets.keep(press, target);
}

export function targetInHand(press: string): Target | undefined {
  return targets.get(press);
}
