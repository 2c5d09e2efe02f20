import type { CommandInput, Outcome } from "#cli/command.ts";
import { dayOf } from "#cli/credential-words.ts";
import { mentorState, passedWords } from "#cli/mentor-words.ts";
import { showMentor } from "#core/peers/mentors/list-mentors.ts";

/** One of them. With whom they are in a pair is shown to nobody. */
export async function run(input: CommandInput): Promise<Outcome> {
  const shown = await showMentor(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
  });
  const { title, quiet } = input.paint;
  const row = (name: string, text: string): string => `${quiet(name.padEnd(12))} ${text}`;
  return {
    data: shown,
    lines: [
      `${title(shown.name)}  ${mentorState(shown)}`,
      row("joined", dayOf(shown.joinedAt)),
      row("points", shown.points === 0 ? "no strikes that stand" : String(shown.points)),
      row("quiz", passedWords(shown)),
      row("pairs", `${shown.open} open, at most ${shown.cap}`),
      row("handed back", String(shown.handedBack)),
    ],
  };
}
