import type { DiscordPerson } from "./discord/person.ts";
import { DISCORD_VERBS } from "./discord/verbs.ts";
import { type Act, PATIENCE_MS, POLL_MS } from "./doing.ts";
import type { ActStep } from "./scenario.ts";
import type { SlackPerson } from "./slack/person.ts";
import { SLACK_VERBS } from "./slack/verbs.ts";
import type { Stage } from "./stage.ts";

async function act(stage: Stage, step: ActStep): Promise<void> {
  const cast = stage.cast.get(step.as);
  if (cast === undefined) throw new Error(`nobody is called ${step.as}`);
  const verb = cast.platform === "discord" ? DISCORD_VERBS[step.do] : SLACK_VERBS[step.do];
  if (verb === undefined) throw new Error(`nobody can "${step.do}" on ${cast.platform}`);
  if (cast.platform === "discord")
    await (DISCORD_VERBS[step.do] as Act<DiscordPerson>)({ stage, cast, step });
  else await (SLACK_VERBS[step.do] as Act<SlackPerson>)({ stage, cast, step });
}

/** One step of a scripted person: presses what is on the screen. With `refused`, that text must then be on it. */
export async function actAs(stage: Stage, step: ActStep): Promise<void> {
  if (step.refused === undefined) return act(stage, step);
  const viewer = stage.cast.get(step.as)?.person.id;
  const before = stage.screens.seen.length;
  await act(stage, step);
  const refusal = step.refused;
  const deadline = Date.now() + PATIENCE_MS;
  while (
    !stage.screens.seen
      .slice(before)
      .some((one) => viewer !== undefined && one.viewers.includes(viewer) && one.text.includes(refusal))
  ) {
    if (Date.now() > deadline) throw new Error(`${step.as} was not told "${refusal}"`);
    await stage.screens.changed(POLL_MS);
  }
}
