import { describe, expect, onTestFinished, test } from "vitest";
import { INVITED_BITS } from "#bots/discord/invite.ts";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";
import type { Place } from "#sandbox/stage.ts";

const MANAGE_CHANNELS = 1n << 4n;

interface Made {
  readonly purpose: string;
  readonly platform: string;
  readonly how: string;
}

async function stageOf(): Promise<{ stage: DemoStage; place: Place; someone: string }> {
  const people = {
    maya: { platform: "discord", role: "patient" },
    ana: { platform: "slack", role: "provider", profession: "Pharmacist", jurisdiction: "Ontario" },
  } as const;
  const scenario = { title: "sync", community: "Harbour", country: "US", people, steps: [] };
  const stage = await buildStage(scenario, { speed: 4, limits: false, onSeen: () => {} });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  const [place] = stage.cast.get("maya")?.places ?? [];
  if (place === undefined) throw new Error("no place");
  return { stage, place, someone: stage.cast.get("ana")?.person.id ?? "" };
}

const run = (stage: DemoStage, ...argv: readonly string[]) => stage.backstage.admin(argv, "admin");

async function synced(stage: DemoStage, ...more: readonly string[]): Promise<readonly Made[]> {
  const { exit, stdout, stderr } = await run(stage, "community", "sync", "--create", "--json", ...more);
  expect([exit, stderr]).toEqual([0, ""]);
  return (JSON.parse(stdout) as { channels: readonly Made[] }).channels;
}

const byPurpose = (channels: readonly Made[]) =>
  Object.fromEntries(channels.map(({ purpose, how }) => [purpose, how]));

const ALL_STAND = { ask: "stands", intake: "stands", moderation: "stands", crisis: "stands" };

describe("community sync --create", () => {
  test("leaves what stands, makes what is gone, and makes nothing twice", { timeout: 60_000 }, async () => {
    const { stage, place, someone } = await stageOf();
    expect(byPurpose(await synced(stage))).toEqual(ALL_STAND);
    stage.slack.archive(place.crisisChannelId);
    const nobody = await run(stage, "community", "sync", "--create");
    expect(nobody.exit).toBe(3);
    expect(nobody.stderr).toContain("#curbside-crisis was not made");
    expect(nobody.stderr).toContain("--with YOUR_MEMBER_ID");
    const stranger = await run(stage, "community", "sync", "--create", "--with", "U0NOBODY");
    expect(stranger.stderr).toContain("Check the ids that you gave");
    // What the refused one made is found, with nobody in it yet.
    expect(byPurpose(await synced(stage, "--with", someone))).toEqual({ ...ALL_STAND, crisis: "found" });
    expect(JSON.stringify(stage.slack.person(someone).screen())).toContain("curbside-crisis");
    expect(byPurpose(await synced(stage, "--with", someone))).toEqual(ALL_STAND);
  });

  test("makes the first channels of a new community, and says before what is missing", {
    timeout: 60_000,
  }, async () => {
    const { stage } = await stageOf();
    const { discord } = stage;
    const { guildId } = discord.addGuild({ name: "Bay" });
    const { applicationId } = stage;
    await run(
      stage,
      "community",
      "create",
      "--name",
      "Bay",
      "--country",
      "GB",
      "--admin",
      "Ada",
      "--treats-these-patients",
      "no",
    );
    const here = ["--community", "bay"];
    await run(stage, "community", "link", "--platform", "discord", "--space", guildId, ...here);
    expect((await run(stage, "community", "sync", ...here)).stdout).toContain(
      "Not linked yet: ask (discord).",
    );
    const away = await run(stage, "community", "sync", "--create", ...here);
    expect(away.stderr).toContain("The bot is not in that space");
    discord.installApplication({ guildId, applicationId, permissions: INVITED_BITS });
    const refused = await run(stage, "community", "sync", "--create", ...here);
    expect([refused.exit, refused.stderr]).toEqual([
      3,
      expect.stringContaining("give it the right to make channels"),
    ]);
    discord.removeApplication({ guildId, applicationId });
    discord.installApplication({ guildId, applicationId, permissions: INVITED_BITS | MANAGE_CHANNELS });
    expect(byPurpose(await synced(stage, ...here))).toEqual({ ask: "made" });
    expect(byPurpose(await synced(stage, ...here))).toEqual({ ask: "stands" });
    expect((await run(stage, "community", "sync", ...here)).stdout).not.toContain("Not linked yet");

    // The library's shelf only where somebody asks for it; then it is looked after with the others.
    const onSlack = ["--platform", "slack", "--space", "T1", "--channel", "C1", "--purpose", "library"];
    expect((await run(stage, "community", "link", ...onSlack, ...here)).stderr).toContain("slack has none");
    expect(byPurpose(await synced(stage, "--library", ...here))).toEqual({ ask: "stands", library: "made" });
    const shelf = () => discord.channels(guildId).find(({ type }) => type === 15);
    const names = () => shelf()?.tags?.map(({ name }) => name);
    expect(names()).toHaveLength(11);
    const findings = async () => JSON.stringify(JSON.parse((await run(stage, "doctor", "--json")).stdout));
    expect(await findings()).toContain("the bot lacks: Manage Posts (Manage Threads)");
    discord.setTags(
      shelf()?.id ?? "",
      names()
        ?.slice(1)
        .map((name, at) => ({ id: `70${at}`, name })) ?? [],
    );
    expect(byPurpose(await synced(stage, ...here))).toEqual({ ask: "stands", library: "stands" });
    expect(names()?.at(-1)).toBe("Checked");
    discord.removeChannel(shelf()?.id ?? "");
    expect(byPurpose(await synced(stage, ...here))).toEqual({ ask: "stands", library: "made" });
    expect((await run(stage, "community", "unlink", "library", ...here)).exit).toBe(0);
    expect((await run(stage, "community", "unlink", "ask", ...here)).exit).toBe(2);
    expect(byPurpose(await synced(stage, ...here))).toEqual({ ask: "stands" });
  });
});
