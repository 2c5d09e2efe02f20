import { spawnSync } from "node:child_process";

/** The whole gate. Every step runs, so that one failure does not hide the next; the exit code says whether all passed. */
const STEPS: readonly (readonly [what: string, command: readonly string[]])[] = [
  ["clients are generated", ["node", "scripts/generate.ts"]],
  ["format and lint", ["biome", "ci", "--colors=off", "--error-on-warnings"]],
  ["types", ["tsc", "--noEmit"]],
  ["promises, switches and throws", ["oxlint", "--type-aware", "src", "test", "scripts", "bin"]],
  ["import directions", ["node", "scripts/import-directions.ts"]],
  ["unused code", ["knip"]],
  ["command reference", ["node", "--conditions=source", "scripts/cli-reference.ts", "--check"]],
  ["who may do what", ["node", "--conditions=source", "scripts/access-reference.ts", "--check"]],
  ["migrations give the schema", ["node", "scripts/migration.ts", "--check"]],
];

const failed: string[] = [];
for (const [what, [program = "", ...args]] of STEPS) {
  const started = performance.now();
  const { status } = spawnSync(program, args, { stdio: "inherit", shell: process.platform === "win32" });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${what} (${seconds} s)\n`);
  if (status !== 0) failed.push(what);
}
if (failed.length > 0) {
  process.stdout.write(`\nNot good yet: ${failed.join(", ")}.\n`);
  process.exit(1);
}
