import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModerationHome } from "./moderation-home.ts";

describe("erasing somebody at the command line", () => {
  const home = new ModerationHome();
  beforeAll(() => home.setUp());
  afterAll(() => home[Symbol.asyncDispose]());

  /** The program in a process of its own. */
  const inProcess = (...argv: string[]) =>
    spawnSync(process.execPath, ["--conditions=source", "src/cli/main.ts", ...argv], {
      encoding: "utf8",
      env: { ...process.env, ...home.envOf("ada"), NO_COLOR: "1" },
    });
  const names = () =>
    home.open(async (core) => (await core.db.member.findMany()).map(({ pseudonym }) => pseudonym));

  test("takes two people; an older backup that is put back brings nobody back who was erased", async () => {
    const backup = join(home.folder, "before.db");
    expect((await home.curbside(["db", "backup", backup])).exit).toBe(0);
    const { proposalId } = await home.json([
      "erase",
      "propose",
      "Quiet Heron",
      "--reason",
      "By mail on Monday",
    ]);
    const shown = await home.curbside(["proposal", "show", proposalId], { who: "ben" });
    expect(shown.stdout).toContain("erase everything of them, which nobody can undo");
    expect((await home.curbside(["proposal", "approve", proposalId])).exit).toBe(3);
    expect(await names()).toContain("Quiet Heron");
    expect((await home.curbside(["proposal", "approve", proposalId], { who: "ben" })).exit).toBe(0);
    expect(await names()).not.toContain("Quiet Heron");

    const restored = inProcess("db", "restore", backup, "--json");
    expect([restored.status, restored.stderr]).toEqual([0, ""]);
    expect(JSON.parse(restored.stdout)).toMatchObject({ erasedAgain: 1 });
    expect(await names()).not.toContain("Quiet Heron");
    expect(await names()).toContain("Loud Otter");
    const bytes = readFileSync(join(home.folder, "data", "curbside.db")).toString("latin1");
    expect(bytes).not.toContain("Quiet Heron");
    const unknown = await home.curbside(["erase", "show", "7KQ2-M4XD"]);
    expect(unknown.exit).toBe(4);
  });
});
