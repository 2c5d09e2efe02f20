import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DISCORD_VERBS } from "#sandbox/discord/verbs.ts";
import { type PlainStep, readScenario, type Scenario, VERBS } from "#sandbox/scenario.ts";
import { SLACK_VERBS } from "#sandbox/slack/verbs.ts";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "scenarios");
const DEMO = join(import.meta.dirname, "..", "..", "src", "cli", "demo");

function scenarioAt(file: string): Scenario {
  return readScenario(file, readFileSync(file, "utf8"));
}

/** "platform verb" for each act of a scenario. */
function actsOf({ people, steps }: Scenario): string[] {
  return steps
    .flatMap((step): PlainStep[] => ("together" in step ? step.together : [step]))
    .flatMap((step) => ("do" in step ? [`${people[step.as]?.platform} ${step.do}`] : []));
}

describe("the verbs of a scenario", () => {
  const files = [FOLDER, DEMO]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith(".yaml"));
  const used = new Set(files.map(scenarioAt).flatMap(actsOf));

  test("are each something that somebody can do", () => {
    const possible = new Set([...Object.keys(DISCORD_VERBS), ...Object.keys(SLACK_VERBS)]);
    expect([...possible].sort()).toEqual([...VERBS].sort());
  });

  test("are each shown by a scenario on every platform that has them", () => {
    // A provider of a scenario registers before it begins, by the same act.
    const before = new Set(["slack join"]);
    const all = [
      ...Object.keys(DISCORD_VERBS).map((verb) => `discord ${verb}`),
      ...Object.keys(SLACK_VERBS).map((verb) => `slack ${verb}`),
    ];
    expect(all.filter((act) => !used.has(act) && !before.has(act))).toEqual([]);
  });
});
