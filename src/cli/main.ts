import { setFlagsFromString } from "node:v8";
import type { Io } from "#cli/command.ts";
import { runProgram } from "#cli/program.ts";
import { terminalAsk } from "#cli/prompt.ts";

/** The process's own surroundings. Nobody is asked where no terminal is, and NO_COLOR is honoured. */
function terminalIo(): Io {
  const person = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return {
    env: process.env,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    ask: person ? terminalAsk : undefined,
    colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
    terminal: process.stdout.isTTY === true,
    signal: stop.signal,
  };
}

/** Commands that go on for as long as they are wanted; all others are over in a moment. */
const LASTING: ReadonlySet<string | undefined> = new Set(["start", "demo", "sandbox"]);

/** Runs the command line and sets the exit code; a closed pipe ends it quietly. */
export async function main(argv: readonly string[]): Promise<void> {
  // @NOTE Prisma's query compiler is WebAssembly. V8 goes on to optimise it, and a short command then waits for that at
  // its end: without it, one that opens the database takes half the time.
  if (!LASTING.has(argv[0]))
    for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  process.exitCode = await runProgram(argv, terminalIo());
}

if (import.meta.main) await main(process.argv.slice(2));
