import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, test } from "vitest";

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

interface Played {
  readonly file: string;
  readonly exit: number;
  readonly stderr: string;
}

const FILES = readdirSync(FOLDER).sort();
/** One more than the cores of the smallest machine: a scenario waits now and then. */
const RUNNERS = 3;

/** Plays every so-manieth scenario in a process of its own, since to start one takes as long as to play it. */
function play(files: readonly string[]): ReadonlyMap<string, Promise<Played>> {
  const told = new Map(files.map((file) => [file, Promise.withResolvers<Played>()]));
  const argv = files.map((file) => `${SPEED[file] ?? "1"}:${join(FOLDER, file)}`);
  const child = spawn(
    process.execPath,
    ["--conditions=source", join(import.meta.dirname, "run-scenarios.ts"), ...argv],
    { cwd: ROOT, env: { ...process.env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  createInterface({ input: child.stdout }).on("line", (line) => {
    const played: Played = JSON.parse(line);
    told.get(basename(played.file))?.resolve(played);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  child.on("close", (exit) => {
    for (const [file, { resolve }] of told) resolve({ file, exit: exit ?? 1, stderr: `not played: ${said}` });
  });
  return new Map([...told].map(([file, { promise }]) => [file, promise]));
}

describe("the scenarios", () => {
  let played: ReadonlyMap<string, Promise<Played>> = new Map();
  beforeAll(() => {
    const shares = Array.from({ length: RUNNERS }, (_, first) =>
      play(FILES.filter((_, at) => at % RUNNERS === first)),
    );
    played = new Map(shares.flatMap((share) => [...share]));
  });

  // In the order of the files, so that each waits for little more than its own.
  for (const file of FILES)
    test(file.replace(/\.yaml$/, "").replaceAll("-", " "), { timeout: 120_000 }, async () => {
      const ended = await played.get(file);
      expect(ended?.stderr).toBe("");
      expect(ended?.exit).toBe(0);
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
