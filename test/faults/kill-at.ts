import { existsSync, unlinkSync } from "node:fs";
import { registerHooks } from "node:module";

/**
 * Loaded before the program (`node --import`): puts one line into one source file as it is read, which kills the process
 * there, once, as soon as the file named in CURBSIDE_KILLPOINT exists. The program itself knows nothing of it.
 */
export const KILL_POINTS = {
  "event received": ["src/bots/discord/dispatch.ts", "const stored = readPress(interaction);"],
  "before insert": ["src/core/arrivals/receive-arrival.ts", "await core.db.arrival.create({"],
  "after insert, before acknowledging": [
    "src/core/arrivals/receive-arrival.ts",
    "return { arrivalId: id, isNew: true",
  ],
  "after acknowledging": ["src/bots/discord/answer-press.ts", "return { show, refuse: async (content)"],
  "after the effect": ["src/bots/discord/dispatch.ts", "const told = await acknowledging;"],
  "after the pick": ["src/core/deliveries/send.ts", "const facts = await loadFacts(core, row, load);"],
  "before the post": ["src/core/deliveries/send.ts", "const ref = await messenger.post("],
  "after the post, before its record": [
    "src/core/deliveries/send.ts",
    "await recordPart(core, row, { part, ref",
  ],
  "after the record": ["src/core/deliveries/send.ts", "if (facts.standing.length >= parts)"],
} as const satisfies Record<string, readonly [file: string, before: string]>;

export type KillPoint = keyof typeof KILL_POINTS;

/** Called from the line that was put in. */
function killOnce(armed: string): void {
  if (!existsSync(armed)) return;
  unlinkSync(armed);
  process.kill(process.pid, "SIGKILL");
}

const [name = "", armed = ""] = (process.env.CURBSIDE_KILLPOINT ?? "").split("|");
if (name in KILL_POINTS) {
  const [file, before] = KILL_POINTS[name as KillPoint];
  Object.assign(globalThis, { killOnce: () => killOnce(armed) });
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith(file)) return loaded;
      const source = String(loaded.source);
      if (!source.includes(before)) throw new Error(`${file} has no "${before}" any more`);
      return { ...loaded, source: source.replace(before, `globalThis.killOnce(); ${before}`) };
    },
  });
}
