import { type CommandInput, type Outcome, textOption } from "#cli/command.ts";
import { decideOnMentor } from "#cli/mentor-words.ts";
import { approveMentor } from "#core/peers/mentors/decide-mentor.ts";

/** One person's yes is enough, and never about oneself. */
export const run = (input: CommandInput): Promise<Outcome> =>
  decideOnMentor(input, {
    decide: approveMentor,
    reason: textOption(input.options, "reason") ?? "",
    done: "a mentor from now on. They are told, and choose in how many pairs.",
  });
