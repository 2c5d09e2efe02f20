import { runProgram } from "#cli/program.ts";

/**
 * Scenarios one after another in one process, since to start one takes as long as to play it: run-scenarios.ts SPEED:FILE...
 * Writes a line of JSON about each as it ends.
 */
for (const arg of process.argv.slice(2)) {
  const at = arg.indexOf(":");
  const [speed, file] = [arg.slice(0, at), arg.slice(at + 1)];
  let stderr = "";
  const exit = await runProgram(["demo", "--jsonl", "--speed", speed, "--scenario", file], {
    env: { ...process.env, NO_COLOR: "1" },
    stdout: () => undefined,
    stderr: (text) => {
      stderr += text;
    },
    ask: undefined,
    terminal: false,
    columns: () => undefined,
    colours: false,
  });
  process.stdout.write(`${JSON.stringify({ file, exit, stderr })}\n`);
}
