import type { Core } from "#core/core.ts";
import { screen } from "#core/screening/screen.ts";
import { isGrave } from "#core/screening/screening.ts";
import { type Alert, type InDanger, raiseAlert } from "./raise-alert.ts";

/** More than this is no message of a person, and screening it would keep others waiting. */
const MOST_HEARD = 50_000;

/**
 * A text of a member that is kept nowhere (it was refused for its form, or belongs to no question) is heard all the
 * same: whoever is in danger must not find nobody. Gives the words to show at once, or undefined where there is no danger.
 */
export async function hearDanger(
  core: Core,
  { actor, questionId, text }: { actor: InDanger; questionId?: string; text: string },
): Promise<Alert | undefined> {
  const { verdict: level } = screen(text.slice(0, MOST_HEARD), { policies: core.policies() });
  if (!isGrave(level)) return undefined;
  const about = questionId === undefined ? {} : { questionId };
  const alert = await core.tx((tx, now) => raiseAlert(tx, core, { actor, ...about, level, now }));
  core.wake();
  return alert;
}
