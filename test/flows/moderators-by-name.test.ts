import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";
import { runScenario } from "#sandbox/run-scenario.ts";
import { readScenario } from "#sandbox/scenario.ts";

/** Somebody moderates from Discord and somebody from Slack, both under names that are not those of their accounts. */
const SCENARIO = `
title: "Two who moderate are at work, each from their own platform"
community: Harbour
people:
  maya: { platform: discord, role: patient, country: US }
  sam: { platform: discord, role: patient, country: US }
  zebedee: { platform: discord, role: visitor }
  ottoline: { platform: slack, role: lead, profession: Nurse, jurisdiction: Ontario }
steps:
  - { as: zebedee, do: join, text: Quiet Goose }
  - admin: [member, role, Quiet Goose, --give, moderator]
  - admin: [member, crisis-contact, Quiet Goose]
  - admin: [shift, set, "daily 0:00-24:00", --zone, Europe/Berlin, --of, Quiet Goose]
  - admin: [community, care, --cases-a-day, "2"]
  - { as: zebedee, do: type, target: chat, text: "Good evening" }
  - { as: maya, do: ask, text: "I want to kill myself tonight" }
  - expect: { platform: slack, place: channel, contains: "On call now: Quiet Goose" }
  - { as: zebedee, do: on-it }
  - expect: { person: maya, platform: discord, place: dm, contains: "Quiet Goose of the team" }
  - { as: sam, do: ask, text: "I want to kill myself tonight" }
  - { advance: 11m }
  - expect: { platform: slack, place: channel, contains: "Still nobody" }
  - { as: sam, do: type, target: chat, text: "My drops cure all, buy them at drops.example" }
  - { as: maya, do: report-message, target: sam, reason: "They sell here.", fields: { rule: "no-sales" } }
  - expect: { platform: slack, place: channel, contains: "Case 1: a post" }
`;

const COMMANDS: readonly string[][] = [
  ["doctor"],
  ["community", "show"],
  ["member", "list"],
  ["member", "show", "Quiet Goose"],
  ["case", "list"],
  ["case", "show", "1"],
  ["show", "case", "1"],
  ["show", "Quiet Goose"],
  ["shift", "list"],
  ["proposal", "list"],
  ["appeal", "list"],
  ["strike", "show", "Quiet Goose"],
  ["question", "list"],
  ["credential", "queue"],
  ["report"],
  ["rules"],
  ["audit", "verify"],
];

const personOf = (stage: DemoStage, name: string) => {
  const cast = stage.cast.get(name);
  if (cast === undefined) throw new Error(`${name} is not on the stage`);
  return cast.person;
};

/** What points at somebody outside of this community, and stands in the text. */
const pointersIn = (text: string, pointers: readonly string[]): string[] =>
  pointers.filter((pointer) => text.toLowerCase().includes(pointer.toLowerCase()));

describe("who moderates", () => {
  test("is nowhere shown but by the name here: no command, no card, no log and no record has an account", async () => {
    const scenario = readScenario("inline.yaml", SCENARIO);
    await using stage = await buildStage(scenario, { speed: 1, onSeen: () => {} });
    const [zebedee, ottoline] = [personOf(stage, "zebedee"), personOf(stage, "ottoline")];
    await runScenario(stage, scenario, { step: () => {} });
    const { admin } = stage.backstage;
    const decide = ["--action", "warn", "--rule", "3", "--reason", "It sells drops."];
    expect((await admin(["case", "decide", "1", ...decide], "admin2")).exit).toBe(0);

    const pointers = [zebedee.id, zebedee.name, zebedee.dm(), ottoline.id];
    const printed: string[] = [];
    for (const command of COMMANDS)
      for (const argv of [command, [...command, "--json"]]) {
        const { stdout, stderr, exit } = await admin(argv, "admin");
        // The clock was moved, which doctor says.
        if (command[0] !== "doctor") expect([argv.join(" "), exit]).toEqual([argv.join(" "), 0]);
        printed.push(`${argv.join(" ")}\n${stdout}${stderr}`);
      }
    expect(printed.join("\n")).toContain("Quiet Goose");
    expect(printed.filter((text) => pointersIn(text, pointers).length > 0)).toEqual([]);

    // What these look for is what the platforms show of somebody.
    expect(stage.screens.seen.filter(({ from }) => pointersIn(from, pointers).length > 0)).not.toEqual([]);
    const others = stage.screens.seen.filter(
      ({ from, viewers }) => from === "Curbside" && viewers.some((viewer) => viewer !== zebedee.id),
    );
    expect(others.some(({ text }) => text.includes("Quiet Goose is on it"))).toBe(true);
    expect(others.some(({ text }) => text.includes("Still nobody"))).toBe(true);
    expect(others.filter(({ text }) => pointersIn(text, pointers).length > 0)).toEqual([]);

    const database = new Database(join(stage.home, "curbside.db"), { readonly: true });
    const entries = database.prepare(`SELECT * FROM "AuditEntry"`).all();
    database.close();
    expect(entries.length).toBeGreaterThan(10);
    expect(pointersIn(JSON.stringify(entries), [...pointers, "Quiet Goose"])).toEqual([]);

    const log = readFileSync(join(stage.home, "logs", "daemon.log"), "utf8");
    expect(log).not.toBe("");
    expect(pointersIn(log, pointers)).toEqual([]);
  }, 120_000);
});
