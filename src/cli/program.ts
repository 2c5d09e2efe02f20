import { Command, CommanderError } from "commander";
import type { Io, Options } from "#cli/command.ts";
import { SURFACE } from "#cli/surface.ts";

const GROUPS: Readonly<Record<string, string>> = {
  admin: "People who run the community",
  community: "Servers, workspaces and channels",
  member: "Members",
  credential: "Providers' credentials",
  question: "Conversations",
  proposal: "What waits for a second person",
  audit: "The record of acts",
  db: "The database",
};

function common(command: Command): Command {
  return command
    .option("--json", "print one JSON document and nothing else")
    .option("--community <slug>", "which community, when you are in several")
    .option("--debug", "with an error, print where it came from");
}

function build(io: Io, settle: (exit: number) => void): Command {
  const output = { writeOut: io.stdout, writeErr: io.stderr };
  const program = new Command("curbside")
    .description("Patients in Discord and provider teams in Slack, talking safely.")
    .exitOverride()
    .configureOutput(output)
    .showSuggestionAfterError()
    .showHelpAfterError("Add --help to see how it is used.");
  const groups = new Map<string, Command>();
  for (const { words, summary, options = [], load } of SURFACE) {
    const [first = "", second] = words.split(" ");
    let parent = program;
    let name = words;
    if (first in GROUPS && second !== undefined) {
      parent =
        groups.get(first) ??
        program
          .command(first)
          .description(GROUPS[first] ?? "")
          .exitOverride();
      groups.set(first, parent);
      name = words.slice(first.length + 1);
    }
    const command = common(parent.command(name).description(summary).exitOverride().configureOutput(output));
    for (const [flags, meaning] of options) command.option(flags, meaning);
    command.action(async () => {
      // Loaded here, so that help is shown at once.
      const { runCommand } = await import("#cli/run-command.ts");
      settle(await runCommand(load, { args: command.args, options: command.opts<Options>(), io }));
    });
  }
  return program;
}

/** Parses and runs; gives the exit code. Wrong usage is 2, and help is 0. */
export async function runProgram(argv: readonly string[], io: Io): Promise<number> {
  let exit = 0;
  const program = build(io, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}
