import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";
import { runProgram } from "#cli/program.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { startDiscord } from "#sandbox/discord/server.ts";

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  readonly fix?: string;
  readonly optional?: boolean;
}

async function stageOf(): Promise<DemoStage> {
  const people = { maya: { platform: "discord", role: "patient" } } as const;
  const scenario = { title: "doctor", community: "Harbour", country: "US", people, steps: [] };
  const stage = await buildStage(scenario, { speed: 1, limits: false, onSeen: () => {} });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  return stage;
}

async function doctor(stage: DemoStage): Promise<{ exit: number; wrong: Finding[]; all: Finding[] }> {
  const { exit, stdout } = await stage.backstage.admin(["doctor", "--json"], "admin");
  const { findings: all } = JSON.parse(stdout) as { findings: Finding[] };
  return { exit, all, wrong: all.filter(({ ok }) => !ok) };
}

describe("doctor", () => {
  test("finds nothing on a good set-up, and leaves no message behind", async () => {
    const stage = await stageOf();
    const { exit, all, wrong } = await doctor(stage);
    expect(wrong).toEqual([]);
    expect(exit).toBe(0);
    expect(all.filter(({ what }) => what.includes("there and back"))).toHaveLength(2);
    const [place] = stage.cast.get("maya")?.places ?? [];
    const left = stage.slack.messages(place?.intakeChannelId ?? "").filter(({ deleted }) => !deleted);
    expect(left).toEqual([]);
  });

  test("names every wrong thing at once, each with its fix", async () => {
    const stage = await stageOf();
    const [place] = stage.cast.get("maya")?.places ?? [];
    if (place === undefined) throw new Error("no place");
    stage.slack.archive(place.moderationChannelId);
    stage.slack.faults.add("slack-missing-scope", {
      method: "conversations.history",
      needed: "channels:history",
    });
    // Nobody may embed links or open private threads there.
    const deny = (1n << 14n) | (1n << 36n);
    stage.discord.setOverwrites(place.askChannelId, [{ id: place.guildId, type: 0, allow: 0n, deny }]);
    const { exit, wrong } = await doctor(stage);
    expect(exit).toBe(1);
    expect(wrong.map(({ what }) => what)).toEqual([
      "Discord, ask channel of Harbour",
      "Slack, moderation channel of Harbour",
      "Slack, a message there and back in Harbour",
    ]);
    expect(wrong[0]?.says).toContain("Embed Links, Create Private Threads");
    expect(wrong[1]?.says).toContain("archived");
    expect(wrong.every(({ fix }) => (fix ?? "") !== "")).toBe(true);
  });

  test("warns of crisis lines that are older than a year, and says how to mend that", async () => {
    const stage = await stageOf();
    const linesOf = async () =>
      (await doctor(stage)).all.find(({ what }) => what === "Crisis lines of Harbour");
    const reviewed = (monthsAgo: number) => {
      const day = stage.backstage.now();
      day.setUTCMonth(day.getUTCMonth() - monthsAgo);
      return day.toISOString().slice(0, 10);
    };
    const lines = (day: string) =>
      `- country: US\n  emergencyNumber: "911"\n  source: https://example.org/us\n  reviewed: ${day}\n  lines: [{ name: Harbour Line, contact: call 555 0100 }]\n`;
    const file = join(stage.home, "crisis-lines.yaml");
    await writeFile(file, lines(reviewed(11)));
    expect(await linesOf()).toEqual({
      what: "Crisis lines of Harbour",
      ok: true,
      says: `as of ${reviewed(11)}`,
    });
    await writeFile(file, lines(reviewed(13)));
    expect(await linesOf()).toMatchObject({
      ok: true,
      warns: true,
      says: `they are as of ${reviewed(13)}, more than 12 months ago`,
      fix: expect.stringContaining("Hold them against https://example.org/us"),
    });
    expect((await doctor(stage)).exit).toBe(0);
    const printed = await stage.backstage.admin(["doctor"], "admin");
    expect(printed.stdout).toMatch(/^!! {2}Crisis lines of Harbour: .*\n {6}Hold them against/m);
    await writeFile(file, lines(reviewed(-2)));
    expect((await linesOf())?.says).toContain("has not come yet");
  });

  test("names a community whose country has no crisis lines any more", async () => {
    const stage = await stageOf();
    const file = join(stage.home, "crisis-lines.yaml");
    const make = ["community", "create", "--name", "Pwani", "--country", "KE", "--admin", "Ada"];
    const refused = await stage.backstage.admin([...make, "--treats-these-patients", "no"], "admin");
    expect([refused.exit, refused.stderr]).toEqual([2, expect.stringContaining("no crisis lines for KE")]);
    await writeFile(
      file,
      '- { country: KE, emergencyNumber: "999", source: https://example.org, reviewed: 2026-01-01, lines: [{ name: A Line, contact: call 1199 }] }',
    );
    expect((await stage.backstage.admin([...make, "--treats-these-patients", "no"], "admin")).exit).toBe(0);
    await rm(file);
    const { wrong } = await doctor(stage);
    expect(wrong.find(({ says }) => says.includes("crisis lines"))).toEqual({
      what: "Set-up of Pwani",
      ok: false,
      says: "Curbside knows no crisis lines for this country (write them into crisis-lines.yaml in CURBSIDE_HOME)",
      fix: expect.stringContaining("docs/crisis.md"),
    });
  });

  test("says what is wrong with crisis lines of one's own, and who is missing", async () => {
    const stage = await stageOf();
    await stage.backstage.admin(["member", "crisis-contact", "Ada", "--off"], "admin");
    const { wrong: nobody } = await doctor(stage);
    expect(nobody.map(({ says }) => says)).toEqual([
      "nobody is named to be told when a member may be in danger (curbside member crisis-contact NAME)",
    ]);
    await writeFile(join(stage.home, "crisis-lines.yaml"), "- country: US\n");
    const { exit, wrong } = await doctor(stage);
    expect(exit).toBe(1);
    expect(wrong).toEqual([
      {
        what: "Crisis lines",
        ok: false,
        says: "crisis-lines.yaml, US emergencyNumber: must be text; write it in quotes, and 3 more",
        fix: expect.stringContaining("docs/crisis.md"),
      },
    ]);
    const refused = await stage.backstage.admin(["community", "show"], "admin");
    expect([refused.exit, refused.stderr]).toEqual([3, expect.stringContaining("US emergencyNumber")]);
  });

  test("names what moderating needs in the server, and what does not work without each, as no fault", async () => {
    const stage = await stageOf();
    const [place] = stage.cast.get("maya")?.places ?? [];
    const { roles } = stage.discord.guild(place?.guildId ?? "");
    const own = [...roles.values()].find(({ managed }) => managed);
    if (own === undefined) throw new Error("the bot has no role");
    // Moderate Members and Ban Members are taken from the bot's role.
    roles.set(own.id, { ...own, permissions: own.permissions & ~((1n << 40n) | (1n << 2n)) });
    const { exit, all } = await doctor(stage);
    expect(exit).toBe(0);
    const found = all.find(({ what }) => what === "Discord, moderating in Harbour");
    expect(found).toMatchObject({ ok: true, warns: true });
    expect(found?.says).toContain("Moderate Members (nobody's writing can be paused), Ban Members (");
    expect(found?.says).not.toContain("Kick Members");
    expect(found?.fix).toContain("drag the bot's role above");
  });

  test("says which token is refused", async () => {
    const stage = await stageOf();
    stage.slack.faults.add("slack-token-revoked");
    const { exit, wrong } = await doctor(stage);
    expect(exit).toBe(1);
    expect(wrong[0]).toMatchObject({ what: "Slack bot token", says: "Slack does not accept the token" });
  });
});

describe("init", () => {
  async function folder(): Promise<string> {
    const home = await mkdtemp(join(tmpdir(), "curbside-init-"));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    return home;
  }

  async function run(home: string, argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
    let stdout = "";
    let stderr = "";
    const exit = await runProgram(argv, {
      env: { CURBSIDE_HOME: join(home, "data"), CURBSIDE_TOKEN_FILE: join(home, "token.json"), ...env },
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

  const ANSWERS = ["--name", "Harbour", "--country", "GB", "--admin", "Ada"];

  test("keeps the tokens, writes both manifests and prints the invite link", async () => {
    const home = await folder();
    await using discord = await startDiscord({ clock: createSandboxClock({ speed: 1 }) });
    const { applicationId } = discord.addApplication({ name: "Curbside", token: "a-discord-token" });
    await writeFile(join(home, "discord"), "a-discord-token\n", { mode: 0o600 });
    await writeFile(join(home, "slack"), "xoxb-one\n", { mode: 0o600 });
    const files = [
      "--discord-token-file",
      join(home, "discord"),
      "--slack-bot-token-file",
      join(home, "slack"),
    ];
    const { exit, stdout } = await run(
      home,
      ["init", ...ANSWERS, "--treats-these-patients", "no", ...files],
      { CURBSIDE_DISCORD_API: discord.apiUrl },
    );
    expect(exit).toBe(0);
    expect(stdout).toContain(`client_id=${applicationId}&scope=bot+applications.commands&permissions=`);
    const manifest = JSON.parse(await readFile(join(home, "data", "slack-manifest.json"), "utf8"));
    expect(manifest.oauth_config.scopes.bot).toContain("chat:write");
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    const portal = JSON.parse(await readFile(join(home, "data", "discord-manifest.json"), "utf8"));
    expect(portal.bot.privileged_intents.message_content).toBe(false);
    const config = await readFile(join(home, "data", "config.yaml"), "utf8");
    expect(config).toContain("discord_token_file:");
    expect(config).not.toContain("a-discord-token");
    expect((await stat(join(home, "data", "keys", "discord-token"))).mode & 0o077).toBe(0);
  });

  test("a second run changes nothing, and says what to run instead", async () => {
    const home = await folder();
    expect((await run(home, ["init", ...ANSWERS, "--treats-these-patients", "yes"])).exit).toBe(0);
    const again = await run(home, ["init"]);
    expect(again.exit).toBe(3);
    expect(again.stderr).toContain("curbside doctor");
    expect((await run(home, ["community", "show", "--json"])).stdout).toContain('"bridge":"off"');
  });

  test("a token of another kind is refused before anything is made", async () => {
    const home = await folder();
    await writeFile(join(home, "slack"), "xapp-wrong\n", { mode: 0o600 });
    const argv = [
      "init",
      ...ANSWERS,
      "--treats-these-patients",
      "no",
      "--slack-bot-token-file",
      join(home, "slack"),
    ];
    const { exit, stderr } = await run(home, argv);
    expect(exit).toBe(2);
    expect(stderr).toContain("--slack-bot-token-file");
    expect(stderr).toContain("xoxb-");
    expect((await run(home, ["member", "list"])).exit).not.toBe(0);
  });
});
