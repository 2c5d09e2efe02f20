import { durationMs, type FaultStep } from "./scenario.ts";
import type { Stage } from "./stage.ts";

/** Faults of sending hit the next message unless the scenario names another method. */
const SENDING = /^slack-(429|500|500-after|drop-response|late|html|ok-false)$/;

/** Puts the fault into the stand-in that its name begins with. Throws on a name that neither knows. */
export function addFault({ discord, slack, cast }: Stage, step: FaultStep): void {
  const person = step.person === undefined ? undefined : cast.get(step.person)?.person.id;
  const options = {
    ...(step.times === undefined ? {} : { times: step.times }),
    ...(step.for === undefined ? {} : { forMs: durationMs(step.for) }),
    ...(person === undefined ? {} : { person }),
    ...(step.method !== undefined
      ? { method: step.method }
      : SENDING.test(step.fault)
        ? { method: "chat.postMessage" }
        : {}),
  };
  if (step.fault.startsWith("slack-"))
    slack.faults.add(step.fault as Parameters<typeof slack.faults.add>[0], options);
  else if (step.fault.startsWith("discord-"))
    discord.faults.add(step.fault as Parameters<typeof discord.faults.add>[0], options);
  else throw new Error(`no stand-in knows the fault "${step.fault}"`);
}
