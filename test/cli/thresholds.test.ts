import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModerationHome } from "./moderation-home.ts";

const strike = ["--action", "strike", "--rule", "3", "--reason", "It sells a cure."];

describe("thresholds at the command line", () => {
  const home = new ModerationHome();
  beforeAll(() => home.setUp());
  afterAll(() => home[Symbol.asyncDispose]());
  const curbside = (argv: readonly string[], who = "ada") => home.curbside(argv, { who });
  const report = (messageId: string) => home.report({ by: "Quiet Heron", author: "Loud Otter", messageId });

  test("without one, points pause nobody, and that is said", async () => {
    const { exit, stdout } = await curbside(["threshold", "list"]);
    expect(exit).toBe(0);
    expect(stdout).toContain("No threshold: points pause nobody.");
    expect(stdout).toContain("There was no strike in the last 90 days");
  });

  test("is tried first, with the points that people have; holds with --yes; pauses with the next strike", async () => {
    const first = await report("1");
    expect((await curbside(["case", "decide", String(first), ...strike], "mo")).exit).toBe(0);
    const tried = await curbside(["threshold", "set", "1", "--pause", "3d"]);
    expect(tried.exit).toBe(0);
    expect(tried.stdout).toContain("With 1 point or more, a strike also means writing paused for 3 days.");
    expect(tried.stdout).toMatch(/^ {5}1 {8}1 {2}#{40} {2}writing paused for 3 days$/m);
    expect(tried.stdout).toContain(
      "Of 1 strike of the last 90 days (1 member), 1 would have paused somebody (1 member).",
    );
    expect(tried.stdout).toContain("Nothing was changed. Add --yes to let it hold.");
    expect(await home.json(["threshold", "list"], { who: "mo" })).toMatchObject({ thresholds: [] });
    expect((await curbside(["threshold", "set", "1", "--pause", "3d", "--yes"])).stdout).toContain(
      "That holds for strikes from now on.",
    );

    const second = await report("2");
    const decided = await curbside(["case", "decide", String(second), ...strike], "mo");
    expect(decided.stdout).toContain("Their writing is paused until 2026-03-04");
    const shown = await curbside(["strike", "show", "Loud Otter"], "mo");
    expect(shown.stdout).toContain("writing paused until 2026-03-04");
    const several = await report("3");
    const would = await curbside(["case", "decide", String(several), String(first), ...strike], "mo");
    expect(would.stdout).toContain("their writing is paused until 2026-03-04");
    const tryout = await curbside(["threshold", "remove", "1"]);
    expect(tryout.stdout).toMatch(
      /^Without the threshold at 1 point:\nNo threshold: points pause nobody\.$/m,
    );
    expect(tryout.stdout).toContain("Nothing was changed. Add --yes to take it away.");
    const removed = await curbside(["threshold", "remove", "1", "--yes"]);
    expect(removed.stdout).toContain(
      "Taken away, for strikes from now on. Pauses that were decided before stand.",
    );
    expect((await curbside(["strike", "show", "Loud Otter"], "mo")).stdout).toContain(
      "writing paused until 2026-03-04",
    );
  });

  test("what cannot be meant is told, and only admins set one", async () => {
    for (const argv of [
      ["threshold", "set", "many", "--pause", "3d"],
      ["threshold", "set", "0", "--pause", "3d"],
      ["threshold", "set", "3", "--pause", "soon"],
      ["threshold", "set", "3"],
      ["threshold", "remove"],
    ])
      expect((await curbside(argv)).exit).toBe(2);
    expect((await curbside(["threshold", "set", "3", "--pause", "9w"])).stderr).toContain("28 days");
    const gone = await curbside(["threshold", "remove", "7"]);
    expect([gone.exit, gone.stderr]).toEqual([4, expect.stringContaining("threshold")]);
    expect((await curbside(["threshold", "set", "3", "--pause", "3d"], "mo")).exit).toBe(3);
  });
});
