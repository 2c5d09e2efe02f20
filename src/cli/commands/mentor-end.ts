import type { CommandInput, Outcome } from "#cli/command.ts";
import { decideOnMentor } from "#cli/mentor-words.ts";
import { endMentorRole } from "#core/peers/mentors/decide-mentor.ts";

/** Their pairs go on as pairs like any other, and both of each are told. */
export const run = async (input: CommandInput): Promise<Outcome> =>
  decideOnMentor(input, {
    decide: endMentorRole,
    reason: await input.need("reason", "Why? They read it."),
    done: "no mentor any more. They are told why; their pairs go on as pairs like any other.",
  });
