import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const FOLDER = join(ROOT, "test", "fixtures", "scenarios");

/** A client's timeout, the time until a send is settled, and a look every half minute are waited out in these. */
const SPEED: Readonly<Record<string, string>> = {
  "slack-drops-the-response.yaml": "4",
  "watched-channel.yaml": "4",
  "watched-without-the-intent.yaml": "4",
};

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command line in a process of its own, from source. */
function curbside(...argv: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=source", "src/cli/main.ts", ...argv], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, stdout, stderr }));
  });
}

describe("the scenarios", () => {
  // Each is a process that mostly waits; two at a time leave each a core.
  for (const file of readdirSync(FOLDER).sort())
    test.concurrent(file.replace(/\.yaml$/, "").replaceAll("-", " "), { timeout: 120_000 }, async () => {
      const { exit, stderr } = await curbside(
        "demo",
        "--jsonl",
        "--speed",
        SPEED[file] ?? "1",
        "--scenario",
        join(FOLDER, file),
      );
      expect(stderr).toBe("");
      expect(exit).toBe(0);
    });

  // The other one that the demo shows is its default, below.
  test("the demo of a credential", { timeout: 120_000 }, async () => {
    const { exit, stderr } = await curbside("demo", "--jsonl", "--speed", "1", "--scenario", "credential");
    expect(stderr).toBe("");
    expect(exit).toBe(0);
  });

  test("an expectation that is not met fails the run and says what was on the screen", async () => {
    const { exit, stderr } = await curbside(
      "demo",
      "--jsonl",
      "--scenario",
      join(ROOT, "test/fixtures/never.yaml"),
    );
    expect(exit).toBe(1);
    expect(stderr).toContain('expected "words that nobody writes"');
  }, 120_000);

  test("a malformed file names every line at fault", async () => {
    const { exit, stderr } = await curbside("demo", "--scenario", join(ROOT, "test/fixtures/malformed.yaml"));
    expect(exit).toBe(2);
    expect(stderr).toContain("line 5");
    expect(stderr).toContain("line 8");
  });
});

describe("demo --jsonl", () => {
  test("prints one object a line, each with the six keys, and nothing of what was removed on Slack", async () => {
    const { exit, stdout } = await curbside("demo", "--jsonl", "--speed", "1");
    expect(exit).toBe(0);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines)
      expect(Object.keys(line)).toEqual(["step", "platform", "place", "from", "kind", "text"]);
    const slack = lines
      .filter(({ platform }) => platform === "slack")
      .map(({ text }) => String(text))
      .join("\n");
    expect(slack).toContain("[phone number]");
    expect(slack).not.toContain("555-0147");
    expect(slack).not.toContain("maya@example.com");
  }, 120_000);
});
