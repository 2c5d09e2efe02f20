import { expectOnScreen, quiet } from "./expectation.ts";
import { actAs } from "./people.ts";
import { durationMs, type PlainStep, type Scenario } from "./scenario.ts";
import { addFault } from "./scenario-faults.ts";
import type { Stage } from "./stage.ts";

/** What the person who reads along is told before each step. */
export interface Narrator {
  step(number: number, words: string): void;
}

function wordsOf(step: PlainStep): string {
  if ("as" in step) return `${step.as}: ${step.do}${step.text === undefined ? "" : ` "${step.text}"`}`;
  if ("admin" in step) return `admin: curbside ${step.admin.join(" ")}`;
  if ("admin2" in step) return `second admin: curbside ${step.admin2.join(" ")}`;
  if ("advance" in step) return `${step.advance} go by`;
  if ("fault" in step) return `fault: ${step.fault}`;
  const { person, platform, place, contains, absent } = step.expect;
  const what = contains === undefined ? `not "${absent}"` : `"${contains}"`;
  return `expect ${what} for ${person ?? "anybody"} on ${platform}${place === undefined ? "" : ` (${place})`}`;
}

async function runAdmin(
  stage: Stage,
  who: "admin" | "admin2",
  argv: readonly string[],
  fails: boolean,
): Promise<void> {
  const { exit, stderr } = await stage.backstage.admin(
    argv.map((word) => stage.named.get(word) ?? word),
    who,
  );
  if ((exit !== 0) !== fails)
    throw new Error(
      `curbside ${argv.join(" ")} ended with ${exit}${stderr === "" ? "" : `: ${stderr.trim()}`}`,
    );
}

async function runStep(stage: Stage, step: PlainStep): Promise<void> {
  if ("as" in step) await actAs(stage, step);
  else if ("admin" in step) await runAdmin(stage, "admin", step.admin, step.fails ?? false);
  else if ("admin2" in step) await runAdmin(stage, "admin2", step.admin2, step.fails ?? false);
  else if ("advance" in step) {
    await quiet(stage);
    stage.clock.advance(durationMs(step.advance));
    stage.backstage.advance(durationMs(step.advance));
  } else if ("fault" in step) addFault(stage, step);
  else await expectOnScreen(stage, step.expect);
}

/** Runs every step in order; the first that fails ends it with an error that names the step. */
export async function runScenario(stage: Stage, scenario: Scenario, narrator: Narrator): Promise<void> {
  for (const [index, step] of scenario.steps.entries()) {
    const parts = "together" in step ? step.together : [step];
    narrator.step(index + 1, parts.map(wordsOf).join("   +   "));
    try {
      await Promise.all(parts.map((part) => runStep(stage, part)));
    } catch (error) {
      if (error instanceof Error)
        error.message = `step ${index + 1} (${parts.map(wordsOf).join(" + ")}): ${error.message}`;
      throw error;
    }
  }
  await quiet(stage);
}
