import type { CommandInput, Outcome } from "#cli/command.ts";
import { dayOf } from "#cli/credential-words.ts";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { ShownMentor } from "#core/peers/mentors/list-mentors.ts";

const WORDS: Readonly<Record<ShownMentor["state"], string>> = {
  learning: "has not passed",
  waiting: "waits for a yes or a no",
  active: "mentor",
  declined: "declined",
  stopped: "stopped",
  ended: "ended",
};

/** How it stands, in a few words. */
export const mentorState = ({ state, paused }: ShownMentor): string =>
  paused ? `${WORDS[state]}, paused` : WORDS[state];

export const passedWords = ({ passedAt, tries }: ShownMentor): string =>
  passedAt === null ? "not passed" : `passed on ${dayOf(passedAt)}, with try ${tries}`;

type Decide = (
  core: Core,
  deciding: { actor: Actor; member: string; reason: string },
) => Promise<{ memberId: string; name: string }>;

/** Does what was decided about a mentor, and says what comes of it. */
export async function decideOnMentor(
  input: CommandInput,
  { decide, reason, done }: { decide: Decide; reason: string; done: string },
): Promise<Outcome> {
  const member = input.args[0] ?? "";
  const decided = await decide(await input.core(), { actor: await input.actor(), member, reason });
  return { data: decided, lines: [`${input.paint.good(`${decided.name}:`)} ${done}`] };
}
