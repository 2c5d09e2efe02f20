import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "#cli/program.ts";
import { createCore } from "#core/core.ts";
import { requestLinkCode } from "#core/members/request-link-code.ts";
import { loadConfig } from "../../src/config.ts";

const MAIN = join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");
const DAY_MS = 24 * 3_600_000;

let folder = "";
let home = "";
/** Where nothing is: whoever checks a badge has only what was published. */
let elsewhere = "";
let credentialId = "";
let token = "";
let keys = "";
let list = "";

const envOf = (who: string) => ({ CURBSIDE_HOME: home, CURBSIDE_TOKEN_FILE: join(folder, `${who}.json`) });

/** The command line in this process, as somebody, perhaps on another day. */
async function curbside(argv: readonly string[], { who = "ada", env = envOf(who), days = 0 } = {}) {
  let stdout = "";
  let stderr = "";
  const exit = await runProgram(argv, {
    env,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    ask: undefined,
    colours: false,
    clock: { now: () => new Date(Date.now() + days * DAY_MS) },
  });
  return { exit, stdout, stderr };
}

/** The real program, in a process and a folder of its own, that cannot reach our database. */
function program(argv: readonly string[], { input, at = elsewhere }: { input?: string; at?: string } = {}) {
  const { CURBSIDE_TOKEN_FILE: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=source", MAIN, ...argv], {
    encoding: "utf8",
    env: { ...env, CURBSIDE_HOME: at, CURBSIDE_TOKEN_FILE: join(elsewhere, "nobody.json"), NO_COLOR: "1" },
    ...(input === undefined ? {} : { input }),
  });
  return { exit: status, stdout, stderr };
}

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const json = async (argv: readonly string[], as?: Parameters<typeof curbside>[1]) =>
  JSON.parse((await curbside([...argv, "--json"], as)).stdout);

async function setUp() {
  const init = ["init", "--name", "Harbour", "--country", "GB", "--admin", "Ada"];
  expect((await curbside([...init, "--treats-these-patients", "no"])).exit).toBe(0);
  const { code: invitation } = await json(["admin", "invite", "Ben"]);
  expect((await curbside(["login", invitation], { who: "ben" })).exit).toBe(0);
  const link = ["community", "link", "--platform", "slack", "--space", "T1", "--side", "providers"];
  expect((await curbside(link)).exit).toBe(0);
}

/** What a provider does in their App Home. */
async function linkCode(): Promise<string> {
  const log = { info() {}, warn() {}, error() {} };
  await using core = await createCore({ config: loadConfig(envOf("ada")), log });
  const space = await core.db.space.findFirstOrThrow();
  const { id: spaceId, communityId, platform } = space;
  return (
    await requestLinkCode(core, { communityId, spaceId, platform: platform as "slack", externalId: "U1" })
  ).code;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "curbside-badge-"));
  home = join(folder, "data");
  elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  await setUp();
  const evidence = ["--profession", "pharmacist", "--jurisdiction", "GB", "--licence", "2000001"];
  const checked = [
    "--source",
    "GPhC register",
    "--checked",
    new Date().toISOString().slice(0, 10),
    "--proof",
    "video",
  ];
  const added = [
    "credential",
    "add",
    "--code",
    await linkCode(),
    "--name",
    "Robin Vale",
    "--first",
    "Robin",
    "--last",
    "Vale",
    ...evidence,
    ...checked,
  ];
  const made = await json(added);
  credentialId = made.credentialId;
  expect((await curbside(["badge", "issue", credentialId])).stderr).toContain(
    "not approved by a second person",
  );
  expect((await curbside(["credential", "approve", made.proposalId], { who: "ben" })).exit).toBe(0);
  token = (await curbside(["badge", "issue", credentialId])).stdout;
  keys = file("keys.json", (await curbside(["badge", "keys"])).stdout);
  list = file("list.jws", (await curbside(["badge", "revocations"])).stdout);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const published = () => ["--keys", keys, "--revocations", list];

describe("curbside badge verify", () => {
  test("needs only what was published: no database, no network, nobody signed in", () => {
    expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]{86}\n$/);
    const found = program(["badge", "verify", token.trim(), ...published()]);
    expect(found).toMatchObject({ exit: 0, stderr: "" });
    expect(found.stdout).toContain("harbour says that Robin Vale is Pharmacist (United Kingdom)");
    expect(found.stdout).toContain("Not taken back as of");
    expect(found.stdout).toContain("does not show that whoever sent it to you owns that account");
    expect(readdirSync(elsewhere)).toEqual([]);
    const piped = program(["badge", "verify", "-", ...published(), "--json"], { input: token });
    expect(JSON.parse(piped.stdout)).toMatchObject({
      valid: true,
      revocations: "checked",
      claims: { iss: "harbour", name: "Robin Vale", act: { platform: "slack" }, by: 2 },
    });
  });

  test("fails after one changed character, with a code for programs and a sentence for people", async () => {
    const text = token.trim();
    const last = text.at(-1) === "A" ? "B" : "A";
    for (const changed of [`${text.slice(0, -1)}${last}`, text.replace("eyJ", "eyK"), text.slice(0, -1)]) {
      const found = await curbside(["badge", "verify", changed, ...published(), "--json"]);
      expect(found.exit).toBe(3);
      expect(JSON.parse(found.stdout)).toMatchObject({ code: "badge_refused" });
      expect(found.stderr).toMatch(/^Not verified: .+\.\n.+\.\n$/);
    }
    const middle = text.indexOf(".") + 20;
    const other = text[middle] === "x" ? "y" : "x";
    const changed = program([
      "badge",
      "verify",
      text.slice(0, middle) + other + text.slice(middle + 1),
      ...published(),
    ]);
    expect(changed).toMatchObject({ exit: 3, stdout: "" });
  });

  test("fails once it has run out", async () => {
    const verify = ["badge", "verify", token.trim(), "--keys", keys, "--no-revocations"];
    expect((await curbside(verify, { days: 29 })).exit).toBe(0);
    const found = await curbside(verify, { days: 31 });
    expect(found.exit).toBe(3);
    expect(found.stderr).toContain("run out");
  });

  test("without a list says so and refuses, unless somebody goes without", () => {
    const verify = ["badge", "verify", token.trim(), "--keys", keys];
    const found = program([...verify, "--json"]);
    expect(found.exit).toBe(3);
    expect(JSON.parse(found.stdout)).toEqual({
      code: "badge_refused",
      details: { why: "revocations-missing" },
    });
    expect(found.stderr).toContain("not checked against a revocation list");
    const without = program([...verify, "--no-revocations"]);
    expect(without.exit).toBe(0);
    expect(without.stdout).toContain("Not checked: whether the badge was taken back since");
    expect(JSON.parse(program([...verify, "--no-revocations", "--json"]).stdout)).toMatchObject({
      revocations: "not checked",
    });
  });

  test("does not take a list that is too old", async () => {
    const found = await curbside(["badge", "verify", token.trim(), ...published()], { days: 9 });
    expect(found.exit).toBe(3);
    expect(found.stderr).toContain("too old");
  });

  test("where the keys are needs no published file, and no database either", async () => {
    const own = join(folder, "only-keys");
    mkdirSync(join(own, "keys"), { recursive: true });
    renameSync(join(home, "keys", "vault.json"), join(own, "keys", "vault.json"));
    const found = program(["badge", "verify", token.trim(), "--no-revocations"], { at: own });
    renameSync(join(own, "keys", "vault.json"), join(home, "keys", "vault.json"));
    expect(found).toMatchObject({ exit: 0, stderr: "" });
    expect(existsSync(join(own, "curbside.db"))).toBe(false);
    expect(program(["badge", "verify", token.trim(), "--no-revocations"]).exit).toBe(2);
  });

  test("says what is wrong with what it was given", async () => {
    const folderOf = join(folder, "folder");
    mkdirSync(folderOf);
    const unreadable = file("unreadable", "x");
    chmodSync(unreadable, 0);
    const other = join(folder, "other");
    const env = { CURBSIDE_HOME: other, CURBSIDE_TOKEN_FILE: join(folder, "other.json") };
    const init = ["init", "--name", "Harbour", "--country", "GB", "--admin", "Ada"];
    await curbside([...init, "--treats-these-patients", "no"], { env });
    const stranger = file("stranger.json", (await curbside(["badge", "keys"], { env })).stdout);
    const strangers = file("stranger.jws", (await curbside(["badge", "revocations"], { env })).stdout);
    const text = token.trim();
    const wrong = [
      [[text, "--keys", "nowhere.json"], 4, "no such file"],
      [[text, "--keys", folderOf], 3, "it is a folder"],
      [[text, "--keys", file("empty", "")], 3, "it is empty"],
      [[text, "--keys", list], 3, "it holds no public keys of badges"],
      [[text, "--keys", file("set.json", "{}")], 3, "it holds no public keys of badges"],
      [[text, "--keys", stranger, "--no-revocations"], 3, "None of the keys"],
      [[text, "--keys", keys, "--revocations", strangers], 3, "signed with a key that is not known"],
      [[text, "--keys", keys, "--revocations", keys], 3, "no revocation list"],
      [[text, "--keys", keys, "--revocations", file("empty", "\n")], 3, "it is empty"],
      [[text, "--keys", keys, "--revocations", "nowhere.jws"], 4, "no such file"],
      [["", ...published()], 3, "not the whole text"],
      [[text.slice(0, 100), ...published()], 3, "not the whole text"],
      [["badge.txt", ...published()], 3, "not the whole text"],
      [[`${text}${"A".repeat(9000)}`, ...published()], 3, "not the whole text"],
    ] as const;
    for (const [argv, exit, says] of wrong) {
      const found = await curbside(["badge", "verify", ...argv]);
      expect(found.stderr).toContain(says);
      expect(found).toMatchObject({ exit, stdout: "" });
      expect(found.stderr).not.toContain("reference");
    }
    if (process.getuid?.() !== 0)
      expect((await curbside(["badge", "verify", text, "--keys", unreadable])).stderr).toContain(
        "may not be read",
      );
    const endless = program(["badge", "verify", "-", ...published()], { input: "A".repeat(1_000_000) });
    expect(endless).toMatchObject({ exit: 3, stdout: "" });
  });
});

describe("curbside badge", () => {
  test("keys and revocations are made by those who may, and go where they are said to go", async () => {
    const set = await json(["badge", "keys"]);
    expect(set.keys).toMatchObject([{ kty: "OKP", crv: "Ed25519", iss: "harbour" }]);
    expect(set.keys[0]).not.toHaveProperty("d");
    expect(await curbside(["badge", "revocations", "--out", join(folder, "no", "list")])).toMatchObject({
      exit: 2,
    });
    expect((await curbside(["badge", "revocations"], { who: "nobody" })).exit).toBe(3);
    expect((await curbside(["badge", "issue", "no-such"])).exit).toBe(4);
  });

  test("that was suspended fails with the newest list, and with that of CURBSIDE_HOME", async () => {
    const verify = ["badge", "verify", token.trim()];
    expect((await curbside(["badge", "revocations", "--out"])).stdout).toContain("0 badges are revoked");
    expect((await curbside(verify)).exit).toBe(0);
    expect((await curbside(["credential", "suspend", credentialId, "--reason", "A doubt"])).exit).toBe(0);
    const written = await json(["badge", "revocations", "--out"]);
    expect(written).toMatchObject({ revoked: 1, file: join(home, "badge-revocations.jws") });
    const found = await curbside([...verify, "--json"]);
    expect(found.exit).toBe(3);
    expect(JSON.parse(found.stdout)).toEqual({ code: "badge_refused", details: { why: "revoked" } });
    expect(program([...verify, "--keys", keys, "--revocations", written.file])).toMatchObject({
      exit: 3,
      stdout: "",
      stderr: "Not verified: The issuer took this badge back.\nDo not rely on it.\n",
    });
    expect((await curbside(["badge", "issue", credentialId])).stderr).toContain("is suspended");
  });
});
