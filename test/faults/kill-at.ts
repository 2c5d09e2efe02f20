import { existsSync, readFileSync, unlinkSync } from "node:fs";
import { registerHooks } from "node:module";

/**
 * Loaded before the program (`node --import`): puts a call in front of each of these lines as its file is read. The one
 * that is named in the file CURBSIDE_KILLPOINT kills the process there, once. The program itself knows nothing of it.
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

/** Called from each line that was put in: the file says which of them is to kill. */
function killOnce(armed: string, name: string): void {
  if (!existsSync(armed) || readFileSync(armed, "utf8") !== name) return;
  unlinkSync(armed);
  process.kill(process.pid, "SIGKILL");
}

const armed = process.env.CURBSIDE_KILLPOINT;
if (armed !== undefined) {
  Object.assign(globalThis, { killOnce: (name: string) => killOnce(armed, name) });
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      const here = Object.entries(KILL_POINTS).filter(([, [file]]) => url.endsWith(file));
      if (here.length === 0) return loaded;
      let source = String(loaded.source);
      for (const [name, [file, before]] of here) {
        if (!source.includes(before)) throw new Error(`${file} has no "${before}" any more`);
        source = source.replace(before, `globalThis.killOnce(${JSON.stringify(name)}); ${before}`);
      }
      return { ...loaded, source };
    },
  });
}
