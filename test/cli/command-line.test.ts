import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "#cli/program.ts";

interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

let home = "";

/** The command line in this process, as the person whose token file it is. */
async function curbside(argv: readonly string[], who = "ada", env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  const exit = await runProgram(argv, {
    env: { CURBSIDE_HOME: join(home, "data"), CURBSIDE_TOKEN_FILE: join(home, `${who}.json`), ...env },
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    ask: undefined,
    colours: false,
  });
  return { exit, stdout, stderr };
}

const INIT = [
  "init",
  "--name",
  "Harbour",
  "--country",
  "GB",
  "--admin",
  "Ada",
  "--treats-these-patients",
  "no",
];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "curbside-cli-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe("the command line", () => {
  test("without a set-up says what to run first", async () => {
    const { exit, stderr } = await curbside(["member", "list"]);
    expect(exit).toBe(3);
    expect(stderr).toContain("curbside");
  });

  test("init makes a community and signs its first admin in", async () => {
    const { exit, stdout } = await curbside([...INIT, "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ community: "harbour", bridge: "on" });
    expect((await curbside(["member", "list", "--json"])).exit).toBe(0);
  });

  test("a second init is refused, and nothing is lost", async () => {
    const { exit } = await curbside(INIT);
    expect(exit).toBe(3);
    expect(JSON.parse((await curbside(["member", "list", "--json"])).stdout)).toHaveLength(1);
  });

  test("a missing flag is a usage error where nobody can be asked", async () => {
    const { exit, stderr } = await curbside(["community", "link", "--platform", "discord"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("--space");
  });

  test("an unknown command and an unknown flag are usage errors", async () => {
    expect((await curbside(["dance"])).exit).toBe(2);
    expect((await curbside(["db", "status", "--dance"])).exit).toBe(2);
  });

  test("--help lists the commands and ends well", async () => {
    const { exit, stdout } = await curbside(["--help"]);
    expect(exit).toBe(0);
    for (const word of ["init", "start", "demo", "credential", "audit"]) expect(stdout).toContain(word);
  });

  test("an unknown setting is named, with every other mistake", async () => {
    const env = { CURBSIDE_SPEDE: "3", CURBSIDE_SLACK_BOT_TOKEN: "wrong" };
    const { exit, stderr } = await curbside(["db", "status"], "ada", env);
    expect(exit).toBe(2);
    expect(stderr).toContain("CURBSIDE_SPEDE");
    expect(stderr).toContain("slack_bot_token");
    expect(stderr).not.toContain("wrong");
  });

  test("an invitation works once, and makes a second person", async () => {
    const { stdout } = await curbside(["admin", "invite", "Ben", "--json"]);
    const { code } = JSON.parse(stdout) as { code: string };
    expect((await curbside(["login", code], "ben")).exit).toBe(0);
    expect((await curbside(["login", code], "carl")).exit).toBe(3);
    expect((await curbside(["login", "AAAA-BBBB"], "carl")).exit).toBe(4);
  });

  test("an auditor cannot touch what stands in Discord", async () => {
    const { stdout } = await curbside(["admin", "invite", "Ivy", "--role", "auditor", "--json"]);
    await curbside(["login", (JSON.parse(stdout) as { code: string }).code], "ivy");
    const env = { CURBSIDE_DISCORD_TOKEN: "none", CURBSIDE_DISCORD_API: "http://127.0.0.1:9" };
    const { exit, stderr } = await curbside(["community", "sync"], "ivy", env);
    expect(exit).toBe(3);
    expect(stderr).toContain("Your role here does not allow this");
  });

  test("start refuses a community that is not safe to open, and lists all that is missing", async () => {
    const env = {
      CURBSIDE_DISCORD_TOKEN: "none",
      CURBSIDE_SLACK_BOT_TOKEN: "xoxb-none",
      CURBSIDE_SLACK_APP_TOKEN: "xapp-none",
    };
    const { exit, stderr } = await curbside(["start"], "ada", env);
    expect(exit).toBe(3);
    for (const word of ["purpose crisis", "purpose intake", "crisis-contact"]) expect(stderr).toContain(word);
  });

  test("audit verify passes on an untouched record", async () => {
    const { exit, stdout } = await curbside(["audit", "verify", "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  });

  test("somebody without a token is told to sign in", async () => {
    const { exit, stderr } = await curbside(["member", "list"], "nobody");
    expect(exit).toBe(3);
    expect(stderr).toContain("curbside login");
  });

  test("a backup is made once, and put back with the present database kept", async () => {
    const file = join(home, "backup.db");
    expect((await curbside(["db", "backup", file])).exit).toBe(0);
    const second = await curbside(["db", "backup", file]);
    expect(second.exit).toBe(3);
    expect(second.stderr).toContain("not touched");
    await curbside(["admin", "invite", "Cleo"]);
    const { exit, stdout } = await curbside(["db", "restore", file, "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      restored: file,
      previous: expect.stringContaining(".before-"),
    });
    expect((await curbside(["audit", "verify"])).exit).toBe(0);
    expect((await curbside(["db", "restore", join(home, "nothing.db")])).exit).toBe(3);
  });

  test("lists that are empty say so, and what is not there is not found", async () => {
    expect((await curbside(["question", "list"])).stdout).toContain("No question yet");
    expect((await curbside(["proposal", "list"])).stdout).toContain("Nothing waits");
    expect((await curbside(["question", "show", "7"])).exit).toBe(4);
    expect((await curbside(["question", "show", "seven"])).exit).toBe(2);
    expect((await curbside(["question", "list", "--status", "lost"])).stderr).toContain("waiting, claimed");
  });

  test("a further community is made beside the first, which stays the current one", async () => {
    const answers = [
      "--name",
      "Lantern",
      "--country",
      "US",
      "--admin",
      "Ada",
      "--treats-these-patients",
      "no",
    ];
    const { exit, stdout } = await curbside(["community", "create", ...answers, "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ community: "lantern" });
    expect((await curbside(["community", "show"])).stdout).toContain("Harbour");
    expect((await curbside(["community", "show", "--community", "lantern"])).stdout).toContain("Lantern");
    expect((await curbside(["community", "create", ...answers])).exit).toBe(3);
  });

  test("a new community has three second looks, and an admin changes that", async () => {
    const here = ["--community", "lantern"];
    const looks = async () =>
      (
        JSON.parse((await curbside(["community", "show", ...here, "--json"])).stdout) as {
          secondLooks: number;
        }
      ).secondLooks;
    expect(await looks()).toBe(3);
    expect((await curbside(["community", "second-looks", "0", ...here])).stdout).toContain(
      "No colleague looks",
    );
    expect(await looks()).toBe(0);
    const { stdout } = await curbside(["community", "second-looks", "1", ...here]);
    expect(stdout).toContain("the first answer of each provider");
    for (const wrong of ["two", "-1", "51", "1.5"])
      expect((await curbside(["community", "second-looks", wrong, ...here])).exit).toBe(2);
    expect(await looks()).toBe(1);
  });
});
