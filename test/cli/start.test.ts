import { mkdirSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";

import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";
import { runProgram } from "#cli/program.ts";
import { openStore } from "#core/foundation/store/open-store.ts";
import { loadConfig } from "../../src/config.ts";
import { OWN_RULES } from "../support/own-rules.ts";

test("a second start of the same role is refused by name, also for one role alone", async () => {
  const scenario = { title: "start", community: "Harbour", country: "US", people: {}, steps: [] };
  const stage = await buildStage(scenario, { speed: 1, onSeen: () => {} });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  for (const argv of [["start"], ["start", "--only", "sender"], ["start", "--only", "http,gateway"]]) {
    const { exit, stderr } = await stage.backstage.admin(argv, "admin");
    expect(exit).toBe(3);
    expect(stderr).toContain(`process ${process.pid}`);
  }
  const { exit, stderr } = await stage.backstage.admin(["start", "--only", "sender,postman"], "admin");
  expect(exit).toBe(2);
  expect(stderr).toContain('does not know "postman"');
}, 60_000);

/** A community that is set up, with nothing running for it, and its variables. */
async function idleStage(): Promise<{ stage: DemoStage; env: NodeJS.ProcessEnv }> {
  // A visitor is somewhere without having joined, which only a running bot can do.
  const people = { maya: { platform: "discord", role: "visitor" } } as const;
  const scenario = { title: "start", community: "Harbour", country: "US", people, steps: [] };
  let env: NodeJS.ProcessEnv = {};
  const stage = await buildStage(scenario, {
    speed: 1,
    limits: false,
    onSeen: () => {},
    async start(given) {
      env = given;
      return { pending: async () => false, stop: async () => {} };
    },
  });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  return { stage, env };
}

/** Runs until `onSaid` stops it; without one it ends at once where all is well, as if Ctrl-C was pressed. */
async function start(
  env: NodeJS.ProcessEnv,
  onSaid?: (text: string, stop: () => void) => void,
): Promise<{ exit: number; stderr: string }> {
  const stopping = new AbortController();
  onTestFinished(() => stopping.abort());
  let stderr = "";
  const exit = await runProgram(["start"], {
    env,
    stdout: () => {},
    stderr: (text) => {
      stderr += text;
      onSaid?.(text, () => stopping.abort());
    },
    ask: undefined,
    colours: false,
    ...(onSaid === undefined ? {} : { signal: stopping.signal }),
  });
  return { exit, stderr };
}

describe("start", () => {
  test("names the line and the mistake of rules of one's own, and begins nothing", async () => {
    const { stage, env } = await idleStage();
    const file = join(stage.home, "rules.yaml");
    await writeFile(file, "- id: kind\n- id: no-methods\n  retired: true\n");
    const { exit, stderr } = await start(env);
    expect([exit, stderr]).toEqual([
      3,
      expect.stringContaining("line 3, no-methods retired: is not for this"),
    ]);
    expect(stderr).not.toContain("is running");
    await writeFile(file, OWN_RULES);
    expect((await start(env)).exit).toBe(0);
  });
  test("says which files of policies are a draft, works by what was agreed to, and stops where that was changed by hand", async () => {
    const { env } = await idleStage();
    const home = env.CURBSIDE_HOME ?? "";
    mkdirSync(join(home, "policies"));
    writeFileSync(join(home, "policies", "house.yaml"), "about: half a file\nrules: [one]\n");
    const { exit, stderr } = await start(env);
    expect(exit).toBe(0);
    expect(stderr).toContain("Draft of policies: not in force: house.yaml (new); house.yaml, rules.0");
    const { databaseUrl: url } = loadConfig(env);
    await using store = await openStore({ url });
    await store.tx((tx) => tx.policyPack.updateMany({ data: { witness: "somebody else's" } }));
    const stopped = await start(env);
    expect(stopped.exit).toBe(3);
    expect(stopped.stderr).toContain("The policies in force have a mistake");
    expect(stopped.stderr).toContain("changed by hand");
    expect(stopped.stderr).toContain("curbside policy propose");
  }, 60_000);

  test("names each token that is refused, and how to mend it", async () => {
    const { stage, env } = await idleStage();
    expect(await start(env)).toEqual({ exit: 0, stderr: expect.stringContaining("is running") });
    stage.discord.faults.add("discord-token-revoked", { times: 9 });
    stage.slack.faults.add("slack-token-revoked", { times: 9 });
    const { exit, stderr } = await start(env);
    expect(exit).toBe(3);
    expect(stderr).toContain("Discord token: Discord does not accept it. Reset it in the developer portal");
    expect(stderr).toContain("Slack bot token: Slack does not accept the token. Install the app again");
  });

  test("names what was never given, all at once", async () => {
    const { env } = await idleStage();
    const { CURBSIDE_DISCORD_TOKEN: _discord, CURBSIDE_SLACK_APP_TOKEN: _slack, ...poor } = env;
    const { exit, stderr } = await start(poor);
    expect(exit).toBe(3);
    expect(stderr).toContain("Discord token: none is configured. Put it in a file");
    expect(stderr).toContain("Slack app token: it is missing. Make one under Basic Information");
  });

  test("names the app token that Slack refuses when the bot signs in", async () => {
    const { env } = await idleStage();
    const { exit, stderr } = await start({ ...env, CURBSIDE_SLACK_APP_TOKEN: "xapp-of-another-app" });
    expect([exit, stderr]).toEqual([3, expect.stringContaining("Slack app token: Slack does not accept")]);
  });

  test("ends with words when Discord resets the token while it runs", async () => {
    const { stage, env } = await idleStage();
    const authorization = `Bot ${env.CURBSIDE_DISCORD_TOKEN}`;
    const application = await fetch(`${stage.discord.apiUrl}/v10/oauth2/applications/@me`, {
      headers: { authorization },
    });
    const { id } = (await application.json()) as { id: string };
    const { exit, stderr } = await start(env, (text) => {
      if (text.includes("is running")) stage.discord.revokeToken(id);
    });
    expect(exit).toBe(3);
    expect(stderr).toContain("Signed out: The bot's token for discord is not accepted any more");
  });

  test("says which channel it may not use, and works on", async () => {
    const { stage, env } = await idleStage();
    const [place] = stage.cast.get("maya")?.places ?? [];
    stage.slack.archive(place?.moderationChannelId ?? "");
    const { exit, stderr } = await start(env, (text, stop) => {
      if (text.includes("archived")) stop();
    });
    expect(exit).toBe(0);
    expect(stderr).toContain("Slack, moderation channel of Harbour: #moderation is archived. Unarchive it");
  });
});
