import type { Ask } from "#cli/command.ts";
import { offShiftWords } from "#cli/shift-words.ts";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { urgentLately } from "#core/moderation/decisions/urgent-lately.ts";
import { ownOffShift } from "#core/moderation/shifts/own-shifts.ts";

const HOUR_MS = 3_600_000;

/** How many urgent cases they had within the last hour: those they decided, and those they read and handed back (`left`). */
export async function urgentSeen(
  core: Core,
  { actor, left }: { actor: Actor; left: readonly Date[] },
): Promise<number> {
  const since = core.clock.now().getTime() - HOUR_MS;
  return left.filter((at) => at.getTime() > since).length + (await urgentLately(core, { actor }));
}

/**
 * Says kindly, and once, that these are not their own hours: at the beginning, or when the hours end meanwhile. Gives whether they
 * go on; nothing is kept of it.
 */
export function askedOnceOffShift(
  ask: Ask,
  { core, actor, show }: { core: Core; actor: Actor; show: (lines: readonly string[]) => void },
): () => Promise<boolean> {
  let asked = false;
  return async () => {
    const off = asked ? undefined : await ownOffShift(core, { actor });
    if (off === undefined) return true;
    asked = true;
    show(["", offShiftWords(off), "What waits here waits, and nobody counts when you stop."]);
    return ask.yes("Go on?");
  };
}

/** Says kindly that so many urgent cases are enough for now. Gives whether they go on. */
export async function goesOn(
  ask: Ask,
  { urgent, show }: { urgent: number; show: (lines: readonly string[]) => void },
): Promise<boolean> {
  show([
    "",
    `That was urgent case number ${urgent} within an hour. These are hard to read, and nobody counts when you stop.`,
    "How about a break? Stand up, drink something, talk to somebody. What waits here waits, and others look too.",
  ]);
  const key = await ask.key("What now?", [
    { key: "s", does: "stop for now" },
    { key: "g", does: "go on" },
  ]);
  return key === "g";
}
