import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** Makes reading any file of tables/ fail, before the program starts. */
const NO_TABLES = `data:text/javascript,${encodeURIComponent(`
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const read = fs.readFileSync;
  fs.readFileSync = (path, ...more) => {
    if (String(path).includes("/tables/")) throw new Error("a table was read");
    return read(path, ...more);
  };
  syncBuiltinESMExports();
`)}`;

function curbside(argv: readonly string[]) {
  const home = mkdtempSync(join(tmpdir(), "curbside-tables-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  return spawnSync(
    process.execPath,
    ["--import", NO_TABLES, "--conditions=source", "src/cli/main.ts", ...argv],
    {
      input: "hello there my friend",
      encoding: "utf8",
      env: { ...process.env, CURBSIDE_HOME: home, CURBSIDE_TOKEN_FILE: join(home, "token.json") },
    },
  );
}

const INIT = ["init", "--name", "Tide", "--country", "GB", "--admin", "Ada", "--treats-these-patients", "no"];

test.each([
  ["--help", ["--help"], 0],
  ["db migrate", ["db", "migrate"], 0],
  ["member list", ["member", "list"], 3],
  ["init", INIT, 1],
  ["screen", ["screen"], 1],
])("%s: only what looks at a text reads a table", (_name, argv, exit) => {
  const { status, stderr } = curbside([...argv, ...(argv[0] === "--help" ? [] : ["--debug"])]);
  expect(status).toBe(exit);
  expect(stderr.includes("a table was read")).toBe(exit === 1);
});
