import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { SHIPPED_RULES } from "#core/moderation/shipped-rules.ts";
import { fileWith, OWN_RULES } from "../support/own-rules.ts";
import { ModerationHome } from "./moderation-home.ts";
import { ENTER, typing } from "./typing.ts";

const home = new ModerationHome();
beforeAll(() => home.setUp());
afterAll(() => home[Symbol.asyncDispose]());
const curbside = (argv: readonly string[], who = "mo") => home.curbside(argv, { who });

/** What stands in rules.yaml while this test runs. */
function write(source: string): void {
  const path = join(home.folder, "data", "rules.yaml");
  onTestFinished(() => rmSync(path, { force: true }));
  writeFileSync(path, source);
}

describe("the rules at the command line", () => {
  test("are those that come with Curbside where there is no file", async () => {
    const { exit, stdout } = await curbside(["rules"], "nobody");
    expect(exit).toBe(0);
    expect(stdout.split("\n")[0]).toBe(
      "  1  Be kind  kind; routine; a strike weighs 1 point; comes with Curbside",
    );
    expect(await home.json(["rules"])).toEqual(SHIPPED_RULES);
  });

  test("say where each comes from, and which are no longer rules", async () => {
    write(OWN_RULES);
    const { stdout } = await curbside(["rules"]);
    expect(stdout).toContain(
      "  1  Kindness first  kind; routine; a strike weighs 2 points; comes with Curbside, changed here\n     No insults",
    );
    expect(stdout).toContain(
      " 21  No photos of wards  own-photos; serious; a strike weighs 2 points; your own\n     Other patients",
    );
    expect(stdout).not.toContain("No flooding");
    expect((await curbside(["rules", "--all"])).stdout).toContain(
      "  8  No flooding  no-flooding; routine; a strike weighs 1 point; comes with Curbside, changed here; no longer a rule",
    );
    const rules: { id: string; retired: boolean }[] = await home.json(["rules", "--all"]);
    expect(rules.filter(({ retired }) => retired).map(({ id }) => id)).toEqual(["no-flooding"]);
    expect(await home.json(["rules"])).toHaveLength(10);
  });

  test("as a file would make them are shown, and its mistakes, and nothing is changed", async () => {
    const draft = home.file("draft.yaml", fileWith([{ id: "kind", title: "Draft" }]));
    expect((await curbside(["rules", draft])).stdout).toContain("  1  Draft  kind");
    const wrong = home.file("wrong.yaml", fileWith([{ id: "lawful", points: 0 }, { id: "lawfull" }]));
    const { exit, stdout, stderr } = await curbside(["rules", wrong]);
    expect([exit, stdout]).toEqual([3, ""]);
    expect(stderr).toBe(
      "The rules of the community have a mistake:\n  wrong.yaml, line 1, lawful points: must be a whole number from 1 to 10\nCorrect the file that is named; docs/moderation.md shows how a rule is written.\n",
    );
    const missing = await curbside(["rules", join(home.folder, "none.yaml")]);
    expect([missing.exit, missing.stderr]).toEqual([2, expect.stringContaining("There is no file ")]);
    expect(await home.json(["rules"])).toEqual(SHIPPED_RULES);
  });

  test("with mistakes are refused with the line, as data too, and doctor names them", async () => {
    write("- id: kind\n- id: own-photos\n");
    const { exit, stdout, stderr } = await curbside(["rules", "--json"]);
    expect([exit, stderr]).toEqual([3, expect.stringContaining("5 mistakes")]);
    expect(JSON.parse(stdout)).toMatchObject({
      code: "rules",
      details: expect.arrayContaining([
        { file: "rules.yaml", where: "line 2, own-photos", problem: "needs a number" },
      ]),
    });
    const finding = (await doctor()).find(({ what }) => what === "Rules of the community");
    expect(finding).toMatchObject({
      ok: false,
      says: "rules.yaml, line 2, own-photos: needs a number, and 4 more",
    });
  });

  test("of one's own are in the list of a review, with their words to start from", async () => {
    write(OWN_RULES);
    await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId: "1", rule: "21" });
    const screen = await curbside(["case", "show", "1"]);
    expect(screen.stdout).toContain("Case 1  serious");
    expect(screen.stdout).toContain("21 No photos of wards: Other patients");
    const ask = typing("w", ["8", "21", ENTER, "It shows a face.", "yes"]);
    const { stdout } = await home.curbside(["next"], { who: "mo", ask });
    expect(stdout).toContain(" 21  No photos of wards");
    expect(stdout).toContain("There is no such rule: type a number from the list.");
    expect(stdout).toContain("Fill in {what} first");
    const shown = await curbside(["case", "show", "1"]);
    expect(shown.stdout).toContain("warn, rule 21 (no photos of wards), by Mo");
  });

  test("that decisions rest on and the file has no more are named by doctor, and stay readable", async () => {
    const says = async () =>
      (await doctor()).filter(({ what }) => what === "Rules of the community").map((one) => one.says);
    expect(await says()).toEqual([
      "10 in force",
      "own-photos is not in rules.yaml any more, and 1 decision rests on it",
    ]);
    expect((await curbside(["case", "show", "1"])).stdout).toContain(
      "warn, rule 21 (no photos of wards, no longer a rule), by Mo",
    );
    write(OWN_RULES);
    expect(await says()).toEqual(["10 in force, 1 of them your own"]);
  });
});

async function doctor(): Promise<{ what: string; ok: boolean; says: string }[]> {
  const { stdout } = await home.curbside(["doctor", "--json"]);
  return JSON.parse(stdout).findings;
}
