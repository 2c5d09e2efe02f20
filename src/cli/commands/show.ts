import { readMessageLink } from "#bots/message-link.ts";
import type { CommandInput, CommandModule, Outcome } from "#cli/command.ts";
import { lookUp, type Match, type Thing } from "#core/moderation/look-up.ts";

interface Shower {
  /** The words that are typed to see it. */
  readonly command: string;
  readonly load: () => Promise<CommandModule>;
}

const SHOWERS: Readonly<Record<Thing, Shower>> = {
  case: { command: "case show", load: () => import("#cli/commands/case-show.ts") },
  "credential question": {
    command: "credential challenge",
    load: () => import("#cli/commands/credential-challenge.ts"),
  },
  appeal: { command: "appeal show", load: () => import("#cli/commands/appeal-show.ts") },
  question: { command: "question show", load: () => import("#cli/commands/question-show.ts") },
  credential: { command: "credential show", load: () => import("#cli/commands/credential-show.ts") },
  member: { command: "member show", load: () => import("#cli/commands/member-show.ts") },
  strikes: { command: "strike show", load: () => import("#cli/commands/strike-show.ts") },
  proposal: { command: "proposal show", load: () => import("#cli/commands/proposal-show.ts") },
};

const commandFor = ({ what, named }: Match): string =>
  `curbside ${SHOWERS[what].command} ${/\s/.test(named) ? `"${named}"` : named}`;

/** Whatever is meant by a number, a name, an id or a link; where it may be several things, their list. */
export async function run(input: CommandInput): Promise<Outcome> {
  const text = input.args.join(" ");
  const message = readMessageLink(text);
  const asked = message === undefined ? { text } : { message };
  const matches = await lookUp(await input.core(), { actor: await input.actor(), ...asked });
  const named = matches.map((match) => ({ ...match, command: commandFor(match) }));
  const [only, another] = matches;
  if (only === undefined || another !== undefined)
    return {
      data: { matches: named, shown: null },
      lines: ["This may be:", ...named.map(({ what, command }) => `  a ${what}: ${command}`)],
    };
  const { run: show } = await SHOWERS[only.what].load();
  const shown = await show({ ...input, args: [only.named], options: {} });
  return {
    data: { matches: named, shown: shown?.data ?? null },
    lines: [input.paint.quiet(commandFor(only)), ...(shown?.lines ?? [])],
  };
}
