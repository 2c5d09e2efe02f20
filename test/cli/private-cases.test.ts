import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModerationHome } from "./moderation-home.ts";

const TEXT = "Meet me behind the clinic.";

describe("a case about what was said in private, at the command line", () => {
  const home = new ModerationHome();
  beforeAll(async () => {
    await home.setUp();
    await home.report({ by: "Quiet Heron", author: "Loud Otter", text: TEXT, rule: "10", isPrivate: true });
    await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId: "2" });
  });
  afterAll(() => home[Symbol.asyncDispose]());

  const decide = ["--action", "hide", "--rule", "3", "--reason", "It sells a cure."];

  test("is not there for a moderator, by whatever command", async () => {
    const list = await home.curbside(["case", "list"], { who: "mo" });
    expect(list.stdout).toMatch(/^ {3}2 {2}routine/);
    expect(list.stdout).not.toContain("urgent");
    const next = await home.json(["next"], { who: "mo" });
    expect(next.case).toMatchObject({ number: 2 });
    await home.curbside(["case", "release", "2"], { who: "mo" });
    for (const argv of [
      ["case", "show", "1"],
      ["case", "take", "1"],
      ["case", "release", "1"],
      ["case", "note", "1", "--text", "Mine"],
      ["case", "decide", "1", ...decide],
      ["case", "undo", "1"],
      ["show", "case 1"],
    ]) {
      const { exit, stdout, stderr } = await home.curbside(argv, { who: "mo" });
      expect([argv[1], exit]).toEqual([argv[1], 4]);
      expect(stdout + stderr).not.toContain("Otter");
    }
    const all = ["case", "decide", "--all-about", "Loud Otter", ...decide];
    expect(await home.json(all, { who: "mo" })).toMatchObject({ dryRun: true, would: 1, refused: 0 });
    const both = await home.curbside(["case", "decide", "1", "2", ...decide], { who: "mo" });
    expect(both.stdout).toContain("1 of 2 cases would be decided:");
    expect(await home.open((core) => core.db.caseNote.count())).toBe(0);
  });

  test("is shown, offered first and decided for a lead and an admin, who read that it was private", async () => {
    const shown = await home.curbside(["case", "show", "1"], { who: "lea" });
    expect(shown.stdout).toContain(TEXT);
    expect(shown.stdout).toContain("said in private: only leads and admins see it");
    expect((await home.json(["next"], { who: "lea" })).case).toMatchObject({ number: 1, onlyLeads: true });
    await home.curbside(["case", "release", "1"], { who: "lea" });
    await home.json(["case", "decide", "1", "--action", "strike", "--rule", "3", "--reason", "He sells it."]);
    const strikes = (who: string) => home.curbside(["strike", "show", "Loud Otter"], { who });
    expect((await strikes("lea")).stdout).toContain("He sells it.");
    const { stdout } = await strikes("mo");
    expect(stdout).toContain("It was said in private: leads and admins can read why.");
    expect(stdout).not.toContain("He sells it.");
  });
});
