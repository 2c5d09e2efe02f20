import type { CommandInput, Outcome } from "#cli/command.ts";
import { decideOnMentor } from "#cli/mentor-words.ts";
import { declineMentor } from "#core/peers/mentors/decide-mentor.ts";

/** They read why, and may try again in 90 days. */
export const run = async (input: CommandInput): Promise<Outcome> =>
  decideOnMentor(input, {
    decide: declineMentor,
    reason: await input.need("reason", "Why? They read it."),
    done: "not now. They are told why, and may try again in 90 days.",
  });
