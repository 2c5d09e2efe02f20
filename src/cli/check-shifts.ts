import { type Finding, good, warning } from "#bots/check-up.ts";
import { times } from "#cli/case-words.ts";
import { dayTitle, partsByDay } from "#cli/shift-words.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import type { Core } from "#core/core.ts";
import { waitsForCaps } from "#core/moderation/care/waiting.ts";
import { type ShiftHealth, shiftHealth } from "#core/moderation/shifts/shift-health.ts";

/** So many are named; the rest is in the list. */
const NAMED = 3;

function hoursFinding(what: string, { hoursWithoutAnybody, gaps }: ShiftHealth): Finding {
  if (hoursWithoutAnybody === 0) return good(what, "somebody is there at any time");
  const parts = partsByDay(gaps, "UTC").map((part) => `${dayTitle(part.day)} ${part.times}`);
  const more = parts.length > NAMED ? ` and ${parts.length - NAMED} more` : "";
  return warning(
    what,
    `for ${times(hoursWithoutAnybody, "hour")} of the coming week nobody is there (UTC: ${parts.slice(0, NAMED).join(", ")}${more})`,
    "curbside shift list shows the week; whoever can be there then says so with curbside shift set. Crisis contacts are told at any time.",
  );
}

/** Whether somebody is there at any time, where people say when they are, and whether caps leave cases lying. */
export async function shiftFindings(core: Core): Promise<Finding[]> {
  const findings: Finding[] = [];
  const now = core.clock.now();
  for (const { communityId, name } of await listCommunities(core)) {
    const health = await shiftHealth(core, { communityId });
    if (health !== undefined) findings.push(hoursFinding(`Shifts of ${name}`, health));
    const waits = await waitsForCaps(core.db, { communityId, now });
    if (waits !== undefined)
      findings.push(
        warning(
          `Caps of ${name}`,
          `${times(waits.cases, "case")} (${waits.urgent} urgent) must wait: whoever is there had as many today as is asked of one person`,
          "Ask somebody else to look, or invite another moderator; curbside community care changes the cap.",
        ),
      );
  }
  return findings;
}
