import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

/** The real command line in a process of its own, with this file among the policies of its home. */
function curbside(argv: readonly string[], { own, stdin = "" }: { own?: string; stdin?: string } = {}) {
  const home = mkdtempSync(join(tmpdir(), "curbside-policy-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  mkdirSync(join(home, "policies"));
  if (own !== undefined) writeFileSync(join(home, "policies", "house.yaml"), own);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=source", "src/cli/main.ts", ...argv],
    { input: stdin, encoding: "utf8", env: { ...process.env, CURBSIDE_HOME: home, NO_COLOR: "1" } },
  );
  return { exit: status, stdout, stderr };
}

const HOUSE = `
about: What is not for this place.
rules:
  - id: house.politics
    kind: community
    severity: low
    action: hold
    text: Elections are for another place.
    match: |
      election ...3 (party|parties)
    mustMatch: [In the election both parties promised better trains]
    mustNotMatch: [The party was fun]
`;

describe("curbside policy", () => {
  test("lint counts the default pack and one's own files", () => {
    const { exit, stdout } = curbside(["policy", "lint"], { own: HOUSE });
    expect(exit).toBe(0);
    expect(stdout).toMatch(
      /^\d+ rules with \d+ phrases in \d+ default files and 1 of your own; no mistakes\.$/m,
    );
  });

  test("lint names the file, the rule and what to write, and loads nothing of a bad file", () => {
    const bad = HOUSE.replace("election ...3", "(a+)+");
    const { exit, stderr } = curbside(["policy", "lint"], { own: bad });
    expect(exit).toBe(3);
    expect(stderr).toContain('house.yaml, house.politics: "(a+)+ (party|parties)"');
    expect(stderr).toContain("docs/policies.md");
    expect(curbside(["screen"], { own: bad, stdin: "hello" }).exit).toBe(3);
    expect(curbside(["doctor"], { own: bad }).stdout).toContain("Policies: house.yaml, house.politics");
  });

  test("test runs all examples, and exits with 3 when one fails", () => {
    expect(curbside(["policy", "test"], { own: HOUSE })).toMatchObject({ exit: 0 });
    const wrong = HOUSE.replace("The party was fun", "An election without a party is dull");
    const { exit, stdout } = curbside(["policy", "test", "--json"], { own: wrong });
    expect(exit).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      failures: [{ rule: "house.politics", text: "An election without a party is dull", expected: false }],
    });
  });

  test("explain shows a rule, and which phrase a text holds", () => {
    expect(curbside(["policy", "explain", "self-harm.plan"]).stdout).toContain("help is shown at once");
    expect(curbside(["policy", "explain", "sales.drug"]).stdout).toContain(
      "Then: it goes only when its writer presses Send;",
    );
    const { stdout } = curbside(["policy", "explain"], { stdin: "I want to die of embarrassment" });
    expect(stdout).toContain("self-harm.intent, nothing is left of it");
    expect(stdout).toContain("idiom says drop");
    const unknown = curbside(["policy", "explain", "self-harm.nothing"]);
    expect(unknown.exit).toBe(2);
    expect(unknown.stderr).toContain("self-harm.plan");
  });

  test("screen obeys one's own rules, and a file that is not there is a usage error", () => {
    const { stdout } = curbside(["screen"], {
      own: HOUSE,
      stdin: "In the election both parties promised better trains",
    });
    expect(stdout).toContain("community (house.politics)");
    expect(curbside(["policy", "lint", "nowhere.yaml"])).toMatchObject({ exit: 2 });
  });

  test("a file that is empty, or no file at all, is named", () => {
    expect(curbside(["screen"], { own: "# nothing yet\n", stdin: "hello" })).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining("house.yaml: the file is empty"),
    });
    expect(curbside(["policy", "lint", "policies"])).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining("policies: it cannot be read (EISDIR)"),
    });
  });

  test("screen --jsonl obeys --direction, says what is not fully screened, and shows how a line is written", () => {
    const lines = [
      '{"id":1,"text":"Take 40 mg twice a day"}',
      '{"id":2,"text":"Ich habe heute große Schmerzen im Bein gehabt"}',
    ];
    const { stdout } = curbside(["screen", "--jsonl", "--direction", "answer"], { stdin: lines.join("\n") });
    const [advice, german] = stdout
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(advice).toMatchObject({
      id: 1,
      fullyScreened: true,
      signals: [{ rule: "advice.dose" }, { kind: "advice" }],
    });
    expect(german).toMatchObject({ id: 2, fullyScreened: false, verdict: "hold" });
    const bad = curbside(["screen", "--jsonl"], {
      stdin: '{"id":1,"text":"hi","direction":"up"}\n{"id":2,"text":"hi"}\n{"id":3',
    });
    expect(bad).toMatchObject({ exit: 2, stderr: expect.stringContaining("inbound or answer") });
    expect(bad.stderr).toContain("2 lines were left out, the first of them line 1");
    expect(
      bad.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual([2]);
  });
});
