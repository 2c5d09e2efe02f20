import { InHand } from "#bots/in-hand.ts";
import type { Target } from "./press.ts";

/** How many open forms are remembered; whoever sends an older one is asked to open the menu again. */
const MOST = 500;

/**
 * The message that each open form is about, as Discord gave it when the menu was opened. What comes back with the form does
 * not have it, without the Message Content intent it cannot be read again, and what a form's custom_id says of it anybody
 * could have written.
 */
const targets = new InHand<Target>(MOST);

/** The interaction that opened the form, and whose it was. */
interface Opened {
  readonly id: string;
  readonly accountId: string;
}

const keyOf = ({ id, accountId }: Opened): string => `${id}/${accountId}`;

export function rememberTarget(opened: Opened, target: Target): void {
  targets.keep(keyOf(opened), target);
}

export function targetInHand(opened: Opened): Target | undefined {
  return targets.get(keyOf(opened));
}
