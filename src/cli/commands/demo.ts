import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { buildStage } from "#cli/demo/build-stage.ts";
import { createSideBySide } from "#cli/demo/side-by-side.ts";
import { packageRoot } from "#cli/package-root.ts";
import { runScenario } from "#sandbox/run-scenario.ts";
import { readScenario, type Scenario, ScenarioError } from "#sandbox/scenario.ts";
import type { Seen } from "#sandbox/seen.ts";

/** The scenarios that can be named without a path. */
const SHIPPED = { "main-job": "main-job.yaml", credential: "credential.yaml" } as const;

/** A shipped scenario by its name, where no such file lies here; else the file as it was named. */
function pathOf(given: string): string {
  const shipped = Object.entries(SHIPPED).find(([name]) => name === given)?.[1];
  return shipped === undefined || existsSync(given)
    ? given
    : join(packageRoot(), "src", "cli", "demo", shipped);
}

function scenariosOf(input: CommandInput): Scenario[] {
  const given = input.options.scenario;
  const files = (Array.isArray(given) ? given : ["main-job"]).map(pathOf);
  return files.map((file) => {
    try {
      return readScenario(file, readFileSync(file, "utf8"));
    } catch (error) {
      if (error instanceof ScenarioError) throw new UsageError(error.message);
      if ((error as NodeJS.ErrnoException).code === "ENOENT")
        throw new UsageError(`There is no scenario file ${file}`);
      throw error;
    }
  });
}

function speedOf(input: CommandInput): number {
  const speed = Number(textOption(input.options, "speed") ?? "2");
  if (!(speed >= 1 && speed <= 100)) throw new UsageError("--speed must be a number from 1 to 100");
  return speed;
}

/** Plays one scenario; gives the message of the step that failed, if one did. */
async function play(
  input: CommandInput,
  scenario: Scenario,
  speed: number,
  jsonl: boolean,
): Promise<string | undefined> {
  const names = new Map<string, string>();
  const view = createSideBySide(
    (line) => input.io.stdout(`${line}\n`),
    input.paint,
    (id) => names.get(id),
  );
  let step = 0;
  let playing = false;
  const onSeen = (seen: Seen): void => {
    if (!playing) return;
    const { platform, place, from, kind, text } = seen;
    if (jsonl) input.io.stdout(`${JSON.stringify({ step, platform, place, from, kind, text })}\n`);
    else view.seen(seen);
  };
  if (!jsonl) {
    view.heading(scenario.title);
    input.io.stdout(
      input.paint.quiet("Setting up: a Discord server, a Slack workspace, an empty database, two admins…\n"),
    );
  }
  await using stage = await buildStage(scenario, { speed, onSeen });
  for (const [name, { person }] of stage.cast) names.set(person.id, name);
  if (!jsonl) view.columns();
  playing = true;
  try {
    await runScenario(stage, scenario, {
      step(number, words) {
        step = number;
        if (!jsonl && !words.startsWith("expect ")) view.step(number, words);
      },
      printed(text) {
        if (!jsonl) view.printed(text);
      },
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs the main job, or the scenarios that are named, on a fresh database with the real clients and the stand-ins. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  const scenarios = scenariosOf(input);
  const speed = speedOf(input);
  const jsonl = input.options.jsonl === true;
  const failures: { title: string; why: string }[] = [];
  for (const scenario of scenarios) {
    const why = await play(input, scenario, speed, jsonl);
    if (why !== undefined) failures.push({ title: scenario.title, why });
  }
  const { paint, io } = input;
  for (const { title, why } of failures) io.stderr(`${paint.bad(`Failed: ${title}`)}\n${why}\n`);
  if (!jsonl)
    io.stdout(
      failures.length === 0
        ? `\n${paint.good(scenarios.length === 1 ? "Done." : `All ${scenarios.length} scenarios passed.`)} Nothing was sent to any real server, and nothing is left running.\n`
        : `\n${scenarios.length - failures.length} of ${scenarios.length} scenarios passed.\n`,
    );
  return failures.length === 0 ? undefined : { data: undefined, lines: [], exit: 1 };
}
