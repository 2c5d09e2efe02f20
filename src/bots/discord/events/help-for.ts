import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import { supportButtons } from "../cards/crisis-support.ts";
import { type Button, type Content, escapeText, line } from "../markup.ts";

/** A text that is kept nowhere: whoever may be in danger is heard all the same, in each of their communities. */
export async function helpFor(
  core: Core,
  members: readonly Actor[],
  text: string,
  more: readonly Button[] = [],
): Promise<Content | undefined> {
  const alerts = await Promise.all(members.map((actor) => hearDanger(core, { actor, text })));
  const alert = alerts.find((raised) => raised !== undefined);
  if (alert === undefined) return undefined;
  return line(escapeText(alert.text), [...supportButtons(alert.alertId), ...more]);
}
