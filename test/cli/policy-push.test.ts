import { type APIAutoModerationRule, REST, Routes } from "discord.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";
import { PERMISSION } from "#sandbox/discord/permissions.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";

const TOKEN = "demo-discord-token";
const SOLD = "I sell oxycodone, resell oxy, all of it";

interface PushedJson {
  readonly pushed: boolean;
  readonly created: number;
  readonly changed: number;
  readonly byHand: number;
  readonly removed: number;
  readonly same: number;
  readonly rules: readonly { readonly kind: string; readonly standing: string; readonly blocks: boolean }[];
}

interface Pushing {
  readonly stage: DemoStage;
  readonly guildId: string;
  readonly chatChannelId: string;
  readonly alertsId: string;
  readonly maya: DiscordPerson;
  push(...more: readonly string[]): Promise<{ exit: number; json: PushedJson }>;
  rules(): Promise<APIAutoModerationRule[]>;
  readonly rest: REST;
  /** What the team sees in a channel of Slack. */
  team(channel: "moderationChannelId" | "crisisChannelId"): string;
}

/** The bot may manage the server, unless `manages` is false. */
async function pushing({ manages = true } = {}): Promise<Pushing> {
  const people = { maya: { platform: "discord", role: "patient" } } as const;
  const scenario = { title: "push", community: "Harbour", country: "US", people, steps: [] };
  const stage = await buildStage(scenario, { speed: 4, limits: false, onSeen: () => {} });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  const cast = stage.cast.get("maya");
  const [place] = cast?.places ?? [];
  if (cast === undefined || place === undefined) throw new Error("no place");
  const { guildId, chatChannelId } = place;
  const { roles } = stage.discord.guild(guildId);
  for (const role of roles.values())
    if (role.managed && manages)
      roles.set(role.id, { ...role, permissions: role.permissions | PERMISSION.manageGuild });
  const { channelId: alertsId } = stage.discord.addChannel({
    guildId,
    name: "alerts",
    hiddenFromEveryone: true,
  });
  const rest = new REST({ version: "10", api: stage.discord.apiUrl, retries: 0 }).setToken(TOKEN);
  onTestFinished(() => {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  });
  return {
    stage,
    guildId,
    chatChannelId,
    alertsId,
    rest,
    maya: cast.person as DiscordPerson,
    async push(...more) {
      const { exit, stdout } = await stage.backstage.admin(["policy", "push", ...more, "--json"], "admin");
      return { exit, json: JSON.parse(stdout) as PushedJson };
    },
    rules: async () => (await rest.get(Routes.guildAutoModerationRules(guildId))) as APIAutoModerationRule[],
    team: (channel) =>
      JSON.stringify(stage.slack.messages(place[channel]).filter(({ deleted }) => deleted !== true)),
  };
}

async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`not seen in time: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const standings = ({ rules }: PushedJson) =>
  Object.fromEntries(rules.map(({ kind, standing }) => [kind, standing]));

const ALL_NEW = { crisis: "new", emergency: "new", method: "new", impersonation: "new", sales: "new" };

describe("policy push", () => {
  test("shows what would be made and changes nothing, then makes it, and then finds all the same", async () => {
    const it = await pushing();
    const shown = await it.push("--alerts", it.alertsId, "--block", "sales");
    expect(shown).toMatchObject({ exit: 0, json: { pushed: false, created: 5 } });
    expect(standings(shown.json)).toEqual(ALL_NEW);
    expect(shown.json.rules.filter(({ blocks }) => blocks).map(({ kind }) => kind)).toEqual(["sales"]);
    expect(await it.rules()).toEqual([]);
    await it.push("--alerts", it.alertsId, "--block", "sales", "--yes");
    const rules = await it.rules();
    expect(rules).toHaveLength(5);
    for (const { name, enabled, actions, exempt_channels } of rules) {
      expect(name).toMatch(/^Curbside: /);
      expect(enabled).toBe(true);
      expect(exempt_channels).toEqual([it.alertsId]);
      expect(actions.map(({ type }) => type)).toEqual(name.includes("sales") ? [1, 2] : [2]);
    }
    // What was chosen once need not be said again.
    expect((await it.push()).json).toMatchObject({ created: 0, changed: 0, removed: 0, same: 5 });
    const { exit } = await it.stage.backstage.admin(["audit", "verify"], "admin");
    expect(exit).toBe(0);
  });

  test("names what was changed by hand, what is gone and what has no room, and touches no rule of others", async () => {
    const it = await pushing();
    await it.push("--alerts", it.alertsId, "--yes");
    const make = (name: string) =>
      it.rest.post(Routes.guildAutoModerationRules(it.guildId), {
        body: {
          name,
          event_type: 1,
          trigger_type: 1,
          trigger_metadata: { keyword_filter: ["curse"] },
          actions: [{ type: 1, metadata: {} }],
          enabled: true,
        },
      });
    await make("No curses");
    const named = async (part: string) => (await it.rules()).find(({ name }) => name.includes(part));
    const method = await named("method");
    await it.rest.patch(Routes.guildAutoModerationRule(it.guildId, method?.id ?? ""), {
      body: { trigger_metadata: { ...method?.trigger_metadata, keyword_filter: ["mine"] } },
    });
    const emergencies = await named("emergencies");
    await it.rest.patch(Routes.guildAutoModerationRule(it.guildId, emergencies?.id ?? ""), {
      body: { exempt_channels: [it.chatChannelId] },
    });
    const shown = await it.push("--kinds", "crisis,emergency,method,impersonation");
    expect(standings(shown.json)).toEqual({
      crisis: "same",
      emergency: "same",
      method: "by-hand",
      impersonation: "same",
      sales: "gone",
    });
    expect(shown.json).toMatchObject({ changed: 1, byHand: 1, removed: 1, same: 3 });
    await it.push("--kinds", "crisis,emergency,method,impersonation", "--yes");
    expect((await named("method"))?.trigger_metadata.keyword_filter).toContain("exit bag");
    expect((await named("emergencies"))?.exempt_channels).toEqual([it.chatChannelId]);
    expect(await named("sales")).toBeUndefined();
    expect(await named("No curses")).toBeDefined();
    await make("No spam");
    const full = await it.push();
    expect(standings(full.json)).toMatchObject({ impersonation: "same", sales: "no-room" });
  });

  test("refuses in words what cannot be: no right, no channel for alerts, danger that is to be blocked", async () => {
    const it = await pushing({ manages: false });
    const said = async (...argv: readonly string[]) => {
      const { exit, stderr } = await it.stage.backstage.admin(["policy", "push", ...argv], "admin");
      return `${exit} ${stderr}`;
    };
    expect(await said("--alerts", it.alertsId)).toMatch(/^3 .*Manage Server/s);
    expect(await said("--block", "crisis")).toMatch(/^2 .*harassment, impersonation, sales or none/s);
    expect(await said("--alerts", "the lounge")).toMatch(/^2 .*ids/s);
    expect(await said("--exempt-roles", Array.from({ length: 21 }, () => "100000").join(","))).toMatch(
      /^2 .*20 ids/s,
    );
    const may = await pushing();
    const open = await may.stage.backstage.admin(["policy", "push", "--alerts", may.chatChannelId], "admin");
    expect([open.exit, open.stderr]).toEqual([3, expect.stringContaining("only moderators read")]);
    const { exit, stderr } = await may.stage.backstage.admin(["policy", "push"], "admin");
    expect([exit, stderr]).toEqual([3, expect.stringContaining("--alerts")]);
    const elsewhere = await may.push(
      "--alerts",
      may.stage.discord.addChannel({ ...(await other(may)) }).channelId,
      "--yes",
    );
    expect(elsewhere.exit).toBe(3);
    expect(await may.rules()).toEqual([]);
  });

  test("is looked at by doctor, which says what was changed by hand and what needs no right", async () => {
    const it = await pushing();
    const finding = async ({ stage }: Pushing) => {
      const { stdout } = await stage.backstage.admin(["doctor", "--json"], "admin");
      const { findings } = JSON.parse(stdout) as { findings: { what: string; ok: boolean; says: string }[] };
      return findings.find(({ what }) => what === "Discord's filter in Harbour");
    };
    expect(await finding(it)).toMatchObject({ ok: true, says: expect.stringContaining("none needs to be") });
    await it.push("--alerts", it.alertsId, "--yes");
    expect(await finding(it)).toMatchObject({ ok: true, says: "5 rules, as they were pushed" });
    const [first] = await it.rules();
    await it.rest.patch(Routes.guildAutoModerationRule(it.guildId, first?.id ?? ""), {
      body: { enabled: false },
    });
    expect(await finding(it)).toMatchObject({
      warns: true,
      says: expect.stringContaining(first?.name ?? ""),
    });
    const without = await finding(await pushing({ manages: false }));
    expect(without).toMatchObject({ ok: true, says: expect.stringContaining("not used") });
  });

  test("prints rule by rule what fits, for people", async () => {
    const it = await pushing();
    const { stdout } = await it.stage.backstage.admin(
      ["policy", "push", "--alerts", it.alertsId, "--block", "sales"],
      "admin",
    );
    expect(stdout).toMatch(/Curbside: sales \[[0-9a-f]{8}\]: new\n {2}keeps it from being posted/);
    expect(stdout).toMatch(/sales\.drug: 2 phrases, 2 in part; finds \d of its 4 examples/);
    expect(stdout).toMatch(/self-harm\.intent: .*and wrongly 1 of \d others/);
    expect(stdout).toContain("Nothing was changed: `--yes` does it.");
  });
});

async function other({ stage }: Pushing) {
  return { guildId: stage.discord.addGuild({ name: "Elsewhere" }).guildId, name: "lounge" };
}

describe("what Discord's filter finds", () => {
  test("of sales is kept from being posted, told to its writer in plain words, and one case", async () => {
    const it = await pushing();
    await it.push("--alerts", it.alertsId, "--block", "sales", "--yes");
    expect(await it.maya.type(it.chatChannelId, SOLD)).toBe("");
    const seen = () => JSON.stringify(it.maya.screen());
    expect(seen()).toContain("Nothing is sold, swapped or promised as a cure here.");
    expect(seen()).not.toContain("I sell oxycodone");
    await until(() => it.team("moderationChannelId").includes("Case 1"));
    expect(it.team("moderationChannelId")).not.toContain("Case 2");
    expect(it.team("moderationChannelId")).not.toContain("oxycodone");
  });

  test("and is not to be blocked stands, and is one case however often it is told", async () => {
    const it = await pushing();
    await it.push("--alerts", it.alertsId, "--yes");
    const messageId = await it.maya.type(it.chatChannelId, SOLD);
    expect(messageId).not.toBe("");
    await until(() => it.team("moderationChannelId").includes("Case 1"));
    await it.maya.edit(messageId, `${SOLD}, still`);
    await it.maya.type(it.chatChannelId, `${SOLD}, again`);
    await until(() => it.team("moderationChannelId").includes("Case 2"));
    expect(it.team("moderationChannelId")).not.toContain("Case 3");
  });

  test("of a member in danger stands, and brings them the lines and the team an alert, but no case", async () => {
    const it = await pushing();
    await it.push("--alerts", it.alertsId, "--block", "sales", "--yes");
    expect(await it.maya.type(it.chatChannelId, "I want to die")).not.toBe("");
    await until(() => it.team("crisisChannelId").includes("A member may be in danger"));
    const dm = () => JSON.stringify(it.maya.screen().filter(({ place }) => place === "dm"));
    await until(() => dm().includes("988"));
    expect(it.team("moderationChannelId")).not.toContain("Case 1");
    expect(it.team("crisisChannelId")).not.toContain("want to die");
  });

  test("of somebody in danger who has not joined is told to the team only", async () => {
    const it = await pushing();
    await it.push("--alerts", it.alertsId, "--yes");
    const casey = it.stage.discord.addPerson({ name: "casey", guildIds: [it.guildId] });
    await casey.type(it.chatChannelId, "I wrote a suicide note");
    await until(() =>
      it.team("crisisChannelId").includes("Somebody who has not joined here wrote something"),
    );
    expect(casey.screen().filter(({ place }) => place === "dm")).toEqual([]);
  });

  test("by a rule of the server's own is none of Curbside's business", async () => {
    const it = await pushing();
    await it.rest.post(Routes.guildAutoModerationRules(it.guildId), {
      body: {
        name: "No curses",
        event_type: 1,
        trigger_type: 1,
        trigger_metadata: { keyword_filter: ["curse"] },
        actions: [{ type: 2, metadata: { channel_id: it.alertsId } }],
        enabled: true,
      },
    });
    await it.push("--alerts", it.alertsId, "--yes");
    await it.maya.type(it.chatChannelId, "curse it");
    await it.maya.type(it.chatChannelId, SOLD);
    await until(() => it.team("moderationChannelId").includes("Case 1"));
    expect(it.team("moderationChannelId")).not.toContain("Case 2");
  });
});
