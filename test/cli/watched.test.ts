import { describe, expect, onTestFinished, test } from "vitest";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";

const CONTENT = 1 << 15;

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly warns?: true;
  readonly says: string;
  readonly fix?: string;
}

async function stageOf(): Promise<{ stage: DemoStage; chat: string; mods: string; guildId: string }> {
  const people = { maya: { platform: "discord", role: "patient" } } as const;
  const scenario = { title: "watched", community: "Harbour", country: "US", people, steps: [] };
  const stage = await buildStage(scenario, { speed: 4, limits: false, onSeen: () => {} });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  const [place] = stage.cast.get("maya")?.places ?? [];
  if (place === undefined) throw new Error("no place");
  const { channelId: mods } = stage.discord.addChannel({ guildId: place.guildId, name: "mods" });
  return { stage, chat: place.chatChannelId, mods, guildId: place.guildId };
}

const run = (stage: DemoStage, ...argv: readonly string[]) => stage.backstage.admin(argv, "admin");

async function shown(stage: DemoStage) {
  const { stdout } = await run(stage, "community", "show", "--json");
  return (
    JSON.parse(stdout) as { watched: { channel: string; readSince: string | null; trouble: string | null }[] }
  ).watched;
}

async function findings(stage: DemoStage): Promise<Finding[]> {
  const { stdout } = await run(stage, "doctor", "--json");
  return (JSON.parse(stdout) as { findings: Finding[] }).findings;
}

async function until(look: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`not seen in time: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("watching a channel from the command line", () => {
  test("is listed, shown, read, and ended; doctor says each time how it stands", {
    timeout: 90_000,
  }, async () => {
    const { stage, chat, guildId } = await stageOf();
    const intents = async () => (await findings(stage)).find(({ what }) => what === "Discord intents");
    const channel = async () => (await findings(stage)).find(({ what }) => what.includes("watched channel"));
    expect(await intents()).toMatchObject({ ok: true, says: "no privileged intent, and none is needed" });

    const listed = await run(stage, "community", "watch", chat, "--space", guildId);
    expect([listed.exit, listed.stdout]).toEqual([0, expect.stringContaining("Message Content Intent")]);
    expect((await run(stage, "community", "watch", chat)).stdout).toContain("watched already");
    await until(async () => (await shown(stage))[0]?.trouble === "intent");
    expect((await run(stage, "community", "show")).stdout).toContain(`channel ${chat}, listed since`);
    const off = await intents();
    expect(off).toMatchObject({ ok: false, says: expect.stringContaining("is not read; all else works") });
    expect(off?.fix).toContain("switch on Message Content Intent");
    expect((await run(stage, "doctor")).exit).toBe(1);

    stage.discord.allowIntents(stage.applicationId, CONTENT);
    await until(async () => typeof (await shown(stage))[0]?.readSince === "string");
    expect((await run(stage, "community", "show")).stdout).toContain("its notice is pinned");
    expect(await intents()).toMatchObject({ ok: true, says: expect.stringContaining("is on") });
    expect(await channel()).toMatchObject({
      ok: true,
      says: "#general is read, and its pinned notice says so",
    });
    expect((await run(stage, "doctor")).exit).toBe(0);

    // Nobody may pin there any more.
    stage.discord.setOverwrites(chat, [{ id: guildId, type: 0, allow: 0n, deny: 1n << 51n }]);
    expect(await channel()).toMatchObject({
      ok: false,
      says: expect.stringContaining("lacks: Pin Messages"),
    });

    const ended = await run(stage, "community", "unwatch", chat);
    expect([ended.exit, ended.stdout]).toEqual([0, expect.stringContaining("Not watched any more")]);
    await until(async () => (await shown(stage)).length === 0);
    expect(await intents()).toMatchObject({ ok: true, says: expect.stringContaining("can be turned off") });
    expect(await channel()).toBeUndefined();
  });

  test("refuses what cannot be watched, in plain words", async () => {
    const { stage, chat, mods, guildId } = await stageOf();
    const words = async (...argv: readonly string[]) => {
      const { exit, stderr } = await run(stage, "community", ...argv);
      return `${exit} ${stderr}`;
    };
    expect(await words("watch", "C0123456789")).toMatch(/^2 .*on Slack, Curbside reads no channel/);
    expect(await words("watch", chat, "--space", "T0123456789")).toMatch(
      /^2 .*on Slack, Curbside reads no channel/,
    );
    expect(await words("watch", chat, "--space", "1180000000000000009")).toMatch(
      /^3 .*No server is linked here/,
    );
    const link = ["link", "--platform", "discord", "--space", guildId, "--channel"];
    expect(await words(...link, mods, "--purpose", "moderation")).toMatch(/^0 /);
    expect(await words("watch", mods)).toMatch(/^3 .*what patients must not see/);
    expect(await words("unwatch", chat)).toMatch(/^4 .*no such watched channel/);
    expect(await words("watch", chat)).toMatch(/^0 /);
    expect(await words(...link, chat, "--purpose", "crisis")).toMatch(/^3 .*every message is looked at/);
  });
});
