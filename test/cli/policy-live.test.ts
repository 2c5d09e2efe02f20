import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildStage } from "#cli/demo/build-stage.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";

const HOUR_MS = 3_600_000;

const slang = (phrase: string) => `about: How people here say that they are in danger.
overrides:
  - rule: self-harm.intent
    alsoMatch: ${phrase}
    mustMatch: [I will ${phrase}]
`;

const FIRST = "catch the night bus";
const SECOND = "join the stars";

/** A daemon that runs all the while, a patient on Discord, and two admins at the command line. */
async function night() {
  const people = { maya: { platform: "discord", role: "patient" } } as const;
  const scenario = { title: "live", community: "Harbour", country: "US", people, steps: [] };
  const stage = await buildStage(scenario, { speed: 4, limits: false, onSeen: () => {} });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  const { person, places } = stage.cast.get("maya") ?? {};
  const maya = person as DiscordPerson;
  const json = async (argv: readonly string[], who: "admin" | "admin2" = "admin") => {
    const { exit, stdout, stderr } = await stage.backstage.admin([...argv, "--json"], who);
    if (exit !== 0) throw new Error(`${argv.join(" ")} ended with ${exit}: ${stderr}`);
    return JSON.parse(stdout);
  };
  const team = () =>
    JSON.stringify(
      stage.slack.messages(places?.[0]?.moderationChannelId ?? "").filter((one) => !one.deleted),
    );
  const said = (words: string) =>
    maya
      .screen()
      .filter(({ place }) => place === "dm")
      .flatMap(({ messages }) => messages)
      .filter(({ from, text }) => from === "Curbside" && text.includes(words)).length;
  /** Whether what a member types in a direct message brings help at this moment; else it is told that nobody sees it. */
  const helps = async (text: string) => {
    const [plain, help] = [said("no open question"), said("988")];
    await maya.type(maya.dm(), text);
    await until(() => said("no open question") > plain || said("988") > help);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return said("no open question") === plain;
  };
  return { stage, json, team, helps };
}

async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`not seen in time: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("rules that two people agreed to are live in a bot that runs, one person's for a day, and a draft never", async () => {
  const { stage, json, team, helps } = await night();
  const policies = join(stage.home, "policies");
  mkdirSync(policies);
  writeFileSync(join(policies, "slang.yaml"), slang(FIRST));
  // A file in the folder is a draft, and nobody asks what one admin wrote there.
  expect(await helps(`I will ${FIRST}`)).toBe(false);

  const { proposalId } = await json(["policy", "propose"]);
  expect(await helps(`I will ${FIRST}`)).toBe(false);
  await json(["proposal", "approve", proposalId], "admin2");
  await until(() => helps(`I will ${FIRST}`));
  await until(() => team().includes("Ada and Ben agreed to this"));

  writeFileSync(join(policies, "raid.yaml"), slang(SECOND));
  const alone = await json(["policy", "propose", "--now"]);
  expect(alone).toMatchObject({ inForce: true });
  await until(() => helps(`I will ${SECOND}`));
  await until(() => team().includes("Ada put this in force alone"));
  expect(team()).toContain("self-harm.intent (changed)");

  stage.backstage.advance(24 * HOUR_MS);
  // By the clock alone: nothing has to be taken back by anybody.
  expect(await helps(`I will ${SECOND}`)).toBe(false);
  expect(await helps(`I will ${FIRST}`)).toBe(true);
  await until(() => team().includes("The rules from before are back"));
  const { exit, stderr } = await stage.backstage.admin(["policy", "propose", "--now"], "admin");
  expect([exit, stderr]).toEqual([3, expect.stringContaining("ended without a second person's yes")]);
  const late = await stage.backstage.admin(["proposal", "approve", alone.proposalId], "admin2");
  expect(late.exit).toBe(3);
  const doctor = await stage.backstage.admin(["doctor", "--json"], "admin");
  expect(JSON.parse(doctor.stdout).findings).toContainEqual(
    expect.objectContaining({
      what: "Draft of policies",
      warns: true,
      says: "not in force: raid.yaml (new)",
    }),
  );
  expect((await stage.backstage.admin(["audit", "verify"], "admin")).exit).toBe(0);
  expect(readFileSync(join(stage.home, "logs", "daemon.log"), "utf8")).toContain("policies.changed");
}, 120_000);
