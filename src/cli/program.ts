import { Command, CommanderError } from "commander";
import type { Io, Options } from "#cli/command.ts";
import { COMMON_OPTIONS, GROUPS, SURFACE } from "#cli/surface.ts";

function build(io: Io, settle: (exit: number) => void): Command {
  const output = { writeOut: io.stdout, writeErr: io.stderr };
  const program = new Command("curbside")
    .description("Patients in Discord and provider teams in Slack, talking safely.")
    .exitOverride()
    .configureOutput(output)
    .showSuggestionAfterError()
    .showHelpAfterError("Add --help to see how it is used.");
  const groups = new Map<string, Command>();
  for (const { words, summary, options = [], examples = [], load } of SURFACE) {
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
    const command = parent.command(name).description(summary).exitOverride().configureOutput(output);
    for (const [flags, meaning] of [...options, ...COMMON_OPTIONS]) command.option(flags, meaning);
    if (examples.length > 0)
      command.addHelpText("after", `\nExamples:\n${examples.map((line) => `  ${line}`).join("\n")}`);
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
