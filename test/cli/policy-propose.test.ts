import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CredentialHome } from "./credential-home.ts";

const house = (phrase = "raffle ...3 ticket", more = "") => `about: What is not for this place.
rules:
  - id: house.raffle
    kind: community
    severity: low
    action: hold
    text: Raffles need a word first.
    match: ${phrase}
    mustMatch: [A raffle ticket]
    mustNotMatch: [The raffle was fun]
${more}`;

/** A community with the admins Ada and Ben, the lead Lea and the moderator Mo; with own files from the beginning, if wanted. */
async function harbour(files: Readonly<Record<string, string>> = {}) {
  const home = new CredentialHome();
  onTestFinished(() => home[Symbol.asyncDispose]());
  const policies = join(home.folder, "data", "policies");
  mkdirSync(policies, { recursive: true });
  const write = (name: string, yaml: string) => writeFileSync(join(policies, name), yaml);
  for (const [name, yaml] of Object.entries(files)) write(name, yaml);
  await home.setUp({ registries: false });
  const { code } = await home.json(["admin", "invite", "Mo", "--role", "moderator"]);
  await home.json(["login", code], { who: "mo" });
  return {
    home,
    write,
    remove: (name: string) => rmSync(join(policies, name)),
    /** The real command line in a process of its own. */
    binary(argv: readonly string[], { who = "ada", stdin = "" } = {}) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ["--conditions=source", "src/cli/main.ts", ...argv],
        { input: stdin, encoding: "utf8", env: { ...process.env, ...home.envOf(who), NO_COLOR: "1" } },
      );
      return { exit: status, stdout, stderr };
    },
  };
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/;

test("a change is proposed by one, shown to another with the same lines, and in force by their yes", async () => {
  const { home, write, binary } = await harbour();
  write("house.yaml", house());
  const asked = { stdin: "A raffle ticket" };
  expect(binary(["screen"], asked).stdout).toBe("Verdict: clear\nA raffle ticket\nBy the rules in force.\n");
  const proposed = binary(["policy", "propose"]);
  expect(proposed.exit).toBe(0);
  const diff = [
    "house.raffle: added (community, hold)",
    "    + raffle ...3 ticket",
    "Rules: 1 added, 0 removed, 0 changed. `curbside policy replay` shows which past texts that flips.",
  ];
  expect(proposed.stdout).toContain(diff.join("\n"));
  expect(proposed.stdout).toContain("Nothing is in force yet.");
  const id = ID.exec(proposed.stdout)?.[0] ?? "";
  const shown = binary(["proposal", "show", id], { who: "lea" });
  expect(shown.stdout).toContain("the rules of screening are to change, for everybody, proposed by Ada");
  expect(shown.stdout).toContain(diff.map((line) => `  ${line}`).join("\n"));
  expect(shown.stdout).toContain("Files: house.yaml added");
  expect(binary(["proposal", "approve", id])).toMatchObject({
    exit: 3,
    stderr: expect.stringContaining("You proposed this"),
  });
  expect(binary(["screen"], asked).stdout).toContain("Verdict: clear");
  expect(binary(["proposal", "approve", id], { who: "lea" })).toMatchObject({ exit: 0 });
  expect(binary(["screen"], asked).stdout).toContain("community (house.raffle)");
  expect(binary(["policy", "propose"]).stdout).toContain("Nothing to propose: these files are in force.");
  expect(await home.json(["audit", "verify"])).toBeDefined();
}, 120_000);

test("--json says what waits, what holds, and what a proposal changes", async () => {
  const { home, write, remove } = await harbour({ "house.yaml": house() });
  expect(await home.json(["policy", "propose"])).toMatchObject({
    proposalId: null,
    rules: [],
    inForce: false,
  });
  remove("house.yaml");
  const { proposalId, ...gone } = await home.json(["policy", "propose"]);
  expect(gone).toMatchObject({
    inForce: false,
    rules: [{ id: "house.raffle", change: "removed" }],
    files: [{ file: "house.yaml", change: "removed" }],
  });
  expect(await home.json(["proposal", "show", proposalId], { who: "ben" })).toMatchObject({
    act: "policy.change",
    state: "open",
    about: { what: "policy", changes: { rules: [{ id: "house.raffle", change: "removed" }] } },
  });
  expect(await home.json(["proposal", "list"], { who: "ben" })).toMatchObject([{ proposalId }]);
  expect(await home.json(["proposal", "list"], { who: "mo" })).toEqual([]);
  write("house.yaml", house("raffle ...5 ticket"));
  const now = await home.json(["policy", "propose", "--now"]);
  expect(now).toMatchObject({ inForce: true, rules: [{ id: "house.raffle", change: "changed" }] });
  const stale = await home.curbside(["proposal", "approve", proposalId, "--json"], { who: "ben" });
  expect([stale.exit, JSON.parse(stale.stdout).code]).toEqual([3, "content_changed"]);
});

test("where no file of one's own is in force, that is said in a sentence", async () => {
  const { home } = await harbour({});
  const { stdout } = await home.curbside(["policy", "in-force"]);
  expect(stdout).toBe(
    "No files of your own are in force: the default rules count.\nThe draft in policies/ is the same.\n",
  );
});

test("named files go among those in force, and not the rest of the draft", async () => {
  const { home, write } = await harbour({ "house.yaml": house() });
  write("draft.yaml", "about: Not ready.\nrules: [half of one]\n");
  const raid = home.file("raid.yaml", house().replaceAll("raffle", "crusade"));
  const { stdout, exit } = await home.curbside(["policy", "propose", raid, "--now"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("house.crusade: added");
  expect(stdout).toContain(
    "policies/ in CURBSIDE_HOME is another draft: draft.yaml (new), raid.yaml (taken away).",
  );
  expect(stdout).toContain("In force now, by you alone. It is over at 2026-03-02 09:00 UTC unless");
  const doctor = await home.curbside(["doctor"]);
  expect(doctor.stdout).toContain(
    "Emergency policies: one person put them in force, until 2026-03-02 09:00 UTC",
  );
  expect(doctor.stdout).toContain(
    "Draft of policies: not in force: draft.yaml (new), raid.yaml (taken away); draft.yaml, rules.0",
  );
  expect(await home.curbside(["policy", "propose"])).toMatchObject({
    exit: 3,
    stderr: expect.stringContaining("draft.yaml"),
  });
  const back = await home.curbside(["policy", "take-back"], { who: "lea" });
  expect([back.exit, back.stdout]).toEqual([0, expect.stringContaining("in force again")]);
  expect(await home.curbside(["policy", "take-back"])).toMatchObject({ exit: 4 });
  expect(await home.curbside(["policy", "propose", raid, "--now"])).toMatchObject({
    exit: 3,
    stderr: expect.stringContaining("you cannot make another one alone"),
  });
  const folder = join(home.folder, "back");
  expect(await home.json(["policy", "in-force", "--write", folder])).toMatchObject({
    ...{ files: ["house.yaml"], until: null, adopted: true, draft: "draft.yaml (new)" },
  });
  expect(readFileSync(join(folder, "house.yaml"), "utf8")).toBe(house());
  expect(await home.curbside(["policy", "in-force", "--write", folder])).toMatchObject({ exit: 2 });
  const text = home.file("raid.txt", house());
  expect(await home.curbside(["policy", "propose", text])).toMatchObject({ exit: 2 });
});

test("what is wrong, and who may not, is refused with words and proposes nothing", async () => {
  const { home, write } = await harbour();
  write("house.yaml", house("(a+)+"));
  const refused = async (who: string, ...argv: readonly string[]) => {
    const { exit, stderr } = await home.curbside(["policy", "propose", ...argv], { who });
    return `${exit} ${stderr}`;
  };
  expect(await refused("ada")).toMatch(/^3 .*house\.yaml, house\.raffle/s);
  expect(await refused("mo")).toMatch(/^3 Not yours to do/);
  write("house.yaml", house("ticket ...3 raffle"));
  expect(await refused("ada", "--now")).toMatch(
    /^3 .*Examples fail of house\.raffle\..*curbside policy test/s,
  );
  expect(await refused("ada", "nowhere.yaml")).toMatch(/^2 There is no file nowhere\.yaml/);
  expect(await home.json(["proposal", "list"], { who: "ben" })).toEqual([]);
});

test("explain, diff and start say which rules they speak of", async () => {
  const { home, write } = await harbour({ "house.yaml": house() });
  const said = async (...argv: readonly string[]) => (await home.curbside(argv)).stdout;
  expect(await said("policy", "explain", "house.raffle")).toContain(
    "By the default rules and the files in policies/.",
  );
  write("house.yaml", house("raffle ...9 ticket"));
  const draft = await said("policy", "explain", "house.raffle");
  expect(draft).toContain("raffle ...9 ticket");
  expect(draft).toContain("By the draft in policies/, of which this is not in force: house.yaml (changed).");
  const held = await said("policy", "explain", "house.raffle", "--in-force");
  expect(held).toContain("raffle ...3 ticket");
  expect(held).toContain("By the rules in force.");
  const diff = await said("policy", "diff");
  expect(diff).toContain("What changes: the files in policies/, against what is in force.");
  expect(diff).toContain("    + raffle ...9 ticket\n    - raffle ...3 ticket");
  expect(await said("policy", "diff", home.file("house.yaml", house()))).toContain(
    "Nothing: the rules are the same.",
  );
});

test("a first community is not made on files that are broken, and says which", async () => {
  await expect(harbour({ "house.yaml": house("(a+)+") })).rejects.toThrow("house.yaml");
});
