import { setFlagsFromString } from "node:v8";
import type { Io } from "#cli/command.ts";
import { runProgram } from "#cli/program.ts";
import { createTerminalAsk } from "#cli/prompt.ts";
import { EXIT } from "#cli/render-error.ts";

/**
 * The process's own surroundings. Nobody is asked where no terminal is, and NO_COLOR is honoured. What goes on for as long as it
 * is wanted may also outlive its terminal (nohup), so a closed one stops only the others.
 */
function terminalIo({ lasting }: { lasting: boolean }): Io {
  const person = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const stop = new AbortController();
  // A listener for each time: where none is left, what asks in the terminal would end the process at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => (stop.signal.aborted ? process.exit(EXIT.interrupted) : stop.abort()));
  if (!lasting) process.on("SIGHUP", () => stop.abort());
  return {
    env: process.env,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    ask: person ? createTerminalAsk(stop.signal) : undefined,
    colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
    terminal: process.stdout.isTTY === true,
    columns: () => process.stdout.columns,
    signal: stop.signal,
  };
}

/** Commands that go on for as long as they are wanted; all others are over in a moment. */
const LASTING: ReadonlySet<string | undefined> = new Set(["start", "demo", "sandbox"]);

/** A terminal that was closed, or an input that the program read no further: what is under way still ends in good order. */
const GONE: ReadonlySet<string | undefined> = new Set(["EIO", "EPIPE", "ABORT_ERR"]);
const isGone = ({ code }: NodeJS.ErrnoException) => GONE.has(code);

/** Runs the command line and sets the exit code; a closed pipe ends it quietly. */
export async function main(argv: readonly string[]): Promise<void> {
  // @NOTE Prisma's query compiler is WebAssembly. V8 goes on to optimise it, and a short command then waits for that at
  // its end: without it, one that opens the database takes half the time.
  const lasting = LASTING.has(argv[0]);
  if (!lasting)
    for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    if (!isGone(error)) throw error;
  });
  for (const stream of [process.stdin, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (!isGone(error)) throw error;
    });
  process.exitCode = await runProgram(argv, terminalIo({ lasting }));
}

if (import.meta.main) await main(process.argv.slice(2));
