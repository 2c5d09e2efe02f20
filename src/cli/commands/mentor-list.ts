import type { CommandInput, Outcome } from "#cli/command.ts";
import { mentorState, passedWords } from "#cli/mentor-words.ts";
import { listMentors } from "#core/peers/mentors/list-mentors.ts";

/** Who waits for a yes, the longest first, and who is a mentor. */
export async function run(input: CommandInput): Promise<Outcome> {
  const mentors = await listMentors(await input.core(), { actor: await input.actor() });
  const { paint } = input;
  return {
    data: mentors,
    lines:
      mentors.length === 0
        ? ["Nobody is a mentor, and nobody waits to be one."]
        : mentors.map((mentor) => {
            const how =
              mentor.state === "active" ? `${mentor.open} of ${mentor.cap} pairs` : passedWords(mentor);
            return `${paint.title(mentor.name)}  ${mentorState(mentor)}, ${how}`;
          }),
  };
}
