import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { requireFreeFolder, writeExport } from "#cli/export-folder.ts";
import { elementsOf } from "../support/html.ts";
import { DAY_MS, START } from "./credential-home.ts";
import { ModerationHome } from "./moderation-home.ts";

const REASON = "You asked us for it by e-mail on Monday.";
const FILES = { "export.json": "{}\n", "export.html": "<html/>\n" };

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("an export at the command line", () => {
  const home = new ModerationHome();
  const to = (name = "out") => join(home.folder, name);
  let proposalId = "";
  beforeAll(async () => {
    await home.setUp();
    await home.report({ by: "Loud Otter", author: "Quiet Heron", reason: "They sell pebbles" });
    ({ proposalId } = await home.json(["export", "propose", "Quiet Heron", "--reason", REASON]));
  });
  afterEach(() => rmSync(to(), { recursive: true, force: true }));
  afterAll(() => home[Symbol.asyncDispose]());
  const save = (who = "ada", ...more: string[]) =>
    home.curbside(["export", "save", proposalId, "--to", to(), ...more], { who });

  test("is proposed in words, waits for somebody else, and is nobody's before", async () => {
    const again = await home.curbside(["export", "propose", "Quiet Heron", "--reason", REASON]);
    expect([again.exit, again.stderr]).toEqual([3, expect.stringContaining("This is proposed already")]);
    const list = await home.curbside(["proposal", "list"], { who: "ben" });
    expect(list.stdout).toContain("what is kept about a member is to be saved, for Quiet Heron");
    const shown = await home.curbside(["proposal", "show", proposalId], { who: "lea" });
    expect(shown.stdout.replace(/\s+/g, " ")).toContain(`they are told, with this reason: ${REASON}`);
    const early = await save();
    expect([early.exit, early.stderr]).toEqual([
      3,
      expect.stringMatching(/^Not agreed to yet: .*\nAsk them: `curbside proposal approve`/),
    ]);
    const own = await home.curbside(["proposal", "approve", proposalId]);
    expect([own.exit, own.stderr]).toEqual([3, expect.stringContaining("somebody else must approve it")]);
    const moderator = await home.curbside(["export", "propose", "Loud Otter", "--reason", "x"], {
      who: "mo",
    });
    expect([moderator.exit, moderator.stderr]).toEqual([3, expect.stringContaining("Your role here")]);
    expect((await home.curbside(["export", "propose", "Nobody", "--reason", "x"])).exit).toBe(4);
    expect((await home.curbside(["export", "propose", "Quiet Heron"])).exit).toBe(2);
    expect((await home.curbside(["export", "save", proposalId])).exit).toBe(2);
    expect(existsSync(to())).toBe(false);
  });

  test("is saved as two files that only their owner can open, by either of the two", async () => {
    const approved = await home.curbside(["proposal", "approve", proposalId], { who: "lea" });
    expect([approved.exit, approved.stdout]).toEqual([
      0,
      expect.stringContaining("what is kept about a member is to be saved"),
    ]);
    expect(approved.stdout).toContain(
      `Within 24 hours, either of you: curbside export save ${proposalId} --to`,
    );
    const { exit, stdout } = await save();
    expect([exit, stdout]).toEqual([0, expect.stringContaining(`is kept about Quiet Heron in ${to()}`)]);
    expect(readdirSync(to()).sort()).toEqual(["export.html", "export.json"]);
    expect(["", "export.html", "export.json"].map((name) => mode(join(to(), name)))).toEqual([
      "700",
      "600",
      "600",
    ]);
    const content = JSON.parse(readFileSync(join(to(), "export.json"), "utf8"));
    expect(content).toMatchObject({
      schema: "curbside.member-export/1",
      you: { name: "Quiet Heron" },
      accounts: [{ platform: "discord", accountId: "Quiet Heron" }],
    });
    const page = elementsOf(readFileSync(join(to(), "export.html"), "utf8"));
    expect(page.find(({ name }) => name === "h1")?.text).toBe("What Harbour keeps about Quiet Heron");
    for (const file of ["export.json", "export.html"])
      expect(readFileSync(join(to(), file), "utf8")).not.toMatch(/Loud Otter|pebbles|Buy my cure/);
    expect((await save("lea", "--replace")).exit).toBe(0);
    const third = await save("ben", "--replace");
    expect([third.exit, third.stderr]).toEqual([4, expect.stringContaining("no such proposal")]);
    const saved = await home.open(({ db }) => db.auditEntry.count({ where: { verb: "export.saved" } }));
    expect(saved).toBe(2);
    expect((await home.curbside(["audit", "verify"])).exit).toBe(0);
  });

  test("is put in the place of another one only when told to, and of anything else never", async () => {
    expect((await save()).exit).toBe(0);
    const before = readFileSync(join(to(), "export.json"), "utf8");
    const refused = await save();
    expect([refused.exit, refused.stderr]).toEqual([3, expect.stringContaining("add --replace")]);
    expect(readFileSync(join(to(), "export.json"), "utf8")).toBe(before);
    const replaced = await home.json(["export", "save", proposalId, "--to", to(), "--replace"]);
    expect(replaced).toMatchObject({ folder: to(), files: ["export.json", "export.html"] });
    expect(readFileSync(join(to(), "export.json"), "utf8")).not.toBe(before);
    expect(readdirSync(home.folder).filter((name) => name.includes("part-"))).toEqual([]);
    writeFileSync(join(to(), "diary.txt"), "mine");
    const other = await save("ada", "--replace");
    expect([other.exit, other.stderr]).toEqual([3, expect.stringContaining("never touched")]);
    expect(readFileSync(join(to(), "diary.txt"), "utf8")).toBe("mine");
  });

  test("is over after a day", async () => {
    const late = await home.curbside(["export", "save", proposalId, "--to", to()], { days: 2 });
    expect([late.exit, late.stderr]).toEqual([3, expect.stringContaining("This proposal is over")]);
    expect(existsSync(to())).toBe(false);
  });

  test("of the program itself is the same: saved within the day, refused after it", async () => {
    // The program has the clock of this machine.
    const today = { days: (Date.now() - START.getTime()) / DAY_MS };
    const made = await home.json(["export", "propose", "Loud Otter", "--reason", REASON], today);
    await home.json(["proposal", "approve", made.proposalId], { ...today, who: "ben" });
    const ran = (id: string) => {
      const argv = ["--conditions=source", "src/cli/main.ts", "export", "save", id, "--to", to()];
      const env = { ...process.env, ...home.envOf("ada"), NO_COLOR: "1" };
      return spawnSync(process.execPath, argv, { encoding: "utf8", env });
    };
    const late = ran(proposalId);
    expect([late.status, late.stderr]).toEqual([3, expect.stringContaining("This proposal is over")]);
    expect(existsSync(to())).toBe(false);
    const saved = ran(made.proposalId);
    expect([saved.status, saved.stderr]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(join(to(), "export.json"), "utf8"))).toMatchObject({
      you: { name: "Loud Otter" },
      told: { reports: [{ about: "post", reason: "They sell pebbles" }] },
    });
    expect(mode(join(to(), "export.html"))).toBe("600");
  });
});

describe("the folder of an export", () => {
  const home = new ModerationHome();
  const to = join(home.folder, "out");
  const anyway = { replace: true };
  afterEach(() => rmSync(to, { recursive: true, force: true }));
  afterAll(() => home[Symbol.asyncDispose]());

  test("must be new or empty, and a folder", () => {
    expect(() => requireFreeFolder(join(home.folder, "none", "out"), anyway)).toThrow(/there already/);
    expect(() => requireFreeFolder(to, { replace: false })).not.toThrow();
    mkdirSync(to);
    expect(() => requireFreeFolder(to, { replace: false })).not.toThrow();
    rmSync(to, { recursive: true });
    writeFileSync(to, "");
    expect(() => requireFreeFolder(to, anyway)).toThrow("folder_in_use");
    rmSync(to);
    symlinkSync(home.folder, to);
    expect(() => requireFreeFolder(to, anyway)).toThrow("folder_in_use");
  });

  test("is whole or not there: what failed in the middle leaves neither half an export nor the old one harmed", () => {
    writeExport(to, FILES, anyway);
    const wrong = { ...FILES, "export.html": 1 as unknown as string };
    expect(() => writeExport(to, wrong, anyway)).toThrow();
    expect(readFileSync(join(to, "export.html"), "utf8")).toBe(FILES["export.html"]);
    expect(readdirSync(home.folder)).toEqual(["out"]);
  });

  test("is not put over what came there after it was looked at", () => {
    mkdirSync(to);
    requireFreeFolder(to, anyway);
    writeFileSync(join(to, "diary.txt"), "mine");
    expect(() => writeExport(to, FILES, anyway)).toThrow("folder_in_use");
    expect(readdirSync(to)).toEqual(["diary.txt"]);
    rmSync(to, { recursive: true });
    symlinkSync(join(home.folder, "nowhere"), to);
    expect(() => writeExport(to, FILES, anyway)).toThrow("folder_in_use");
    rmSync(to);
    writeExport(to, FILES, anyway);
    expect(() => writeExport(to, FILES, { replace: false })).toThrow("folder_in_use");
    expect(readdirSync(home.folder)).toEqual(["out"]);
  });

  test.each([250, 300])("of a name of %i letters is told as what was typed wrong", (letters) => {
    const long = join(home.folder, "x".repeat(letters));
    const write = () => {
      requireFreeFolder(long, anyway);
      writeExport(long, FILES, anyway);
    };
    expect(write).toThrow(/cannot be written, and nothing was \(ENAMETOOLONG\)/);
  });

  test("is its owner's alone, however open the machine is", () => {
    const umask = process.umask(0);
    try {
      writeExport(to, FILES, anyway);
    } finally {
      process.umask(umask);
    }
    expect([mode(to), mode(join(to, "export.json"))]).toEqual(["700", "600"]);
  });
});
