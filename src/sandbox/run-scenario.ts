import { withDays } from "./day-words.ts";
import { POLL_MS } from "./doing.ts";
import { expectOnScreen, quiet } from "./expectation.ts";
import { actAs } from "./people.ts";
import { type ActStep, durationMs, type PlainStep, type Scenario } from "./scenario.ts";
import { addFault } from "./scenario-faults.ts";
import type { Stage } from "./stage.ts";

/** Discord's bit for the words of messages. */
const CONTENT = 1 << 15;

/** What the person who reads along is told before each step. */
export interface Narrator {
  step(number: number, words: string): void;
  /** What an admin's command printed. */
  printed?(text: string): void;
}

function wordsOf(step: PlainStep): string {
  if ("as" in step) return `${step.as}: ${step.do}${step.text === undefined ? "" : ` "${step.text}"`}`;
  if ("admin" in step) return `admin: curbside ${step.admin.join(" ")}`;
  if ("admin2" in step) return `second admin: curbside ${step.admin2.join(" ")}`;
  if ("advance" in step) return `${step.advance} go by`;
  if ("message-content" in step) return `Message Content is switched ${step["message-content"]}`;
  if ("fault" in step) return `fault: ${step.fault}`;
  const { person, platform, place, contains, absent } = step.expect;
  const what = contains === undefined ? `not "${absent}"` : `"${contains}"`;
  return `expect ${what} for ${person ?? "anybody"} on ${platform}${place === undefined ? "" : ` (${place})`}`;
}

type AdminStep = Extract<PlainStep, { admin: unknown } | { admin2: unknown }>;

const isAdmin = (step: PlainStep): step is AdminStep => "admin" in step || "admin2" in step;

/** The first part of what was printed that looks like it. */
function partOf(printed: string, pattern: string): string {
  const part = new RegExp(pattern).exec(printed)?.[0];
  if (part === undefined) throw new Error(`nothing that was printed looks like ${pattern}: ${printed}`);
  return part;
}

/** A word of a command: something that was named, a file of the scenario, or as it stands. */
function wordFor({ named, file, backstage }: Stage, word: string): string {
  return named.get(word) ?? file(word) ?? withDays(word, backstage.now());
}

async function runAdmin(stage: Stage, step: AdminStep, narrator: Narrator): Promise<void> {
  const [who, argv] = "admin" in step ? (["admin", step.admin] as const) : (["admin2", step.admin2] as const);
  const words = argv.map((word) => wordFor(stage, word));
  const deadline = Date.now() + (step.within === undefined ? 0 : durationMs(step.within));
  for (;;) {
    const { exit, stdout, stderr } = await stage.backstage.admin(words, who);
    const fails = step.fails ?? false;
    if ((exit !== 0) !== fails)
      throw new Error(
        `curbside ${argv.join(" ")} ended with ${exit}${stderr === "" ? "" : `: ${stderr.trim()}`}`,
      );
    const kept = Object.entries(step.keep ?? {});
    const isThere = kept.every(([, pattern]) => new RegExp(pattern).test(stdout));
    if (isThere || Date.now() >= deadline) {
      for (const [name, pattern] of kept) stage.named.set(name, partOf(stdout, pattern));
      narrator.printed?.(`${stdout}${fails ? stderr : ""}`);
      return;
    }
    await stage.screens.changed(POLL_MS);
  }
}

/** What was named, such as "@code", may stand for a step's text. */
function withNamed({ named }: Stage, step: ActStep): ActStep {
  const text = named.get(step.text ?? "");
  return text === undefined ? step : { ...step, text };
}

async function runStep(stage: Stage, step: PlainStep, narrator: Narrator): Promise<void> {
  if ("as" in step) await actAs(stage, withNamed(stage, step));
  else if (isAdmin(step)) await runAdmin(stage, step, narrator);
  else if ("advance" in step) {
    await quiet(stage);
    stage.clock.advance(durationMs(step.advance));
    stage.backstage.advance(durationMs(step.advance));
  } else if ("message-content" in step)
    stage.discord.allowIntents(stage.applicationId, step["message-content"] === "on" ? CONTENT : 0);
  else if ("fault" in step) addFault(stage, step);
  else await expectOnScreen(stage, step.expect);
}

/** Runs every step in order; the first that fails ends it with an error that names the step. */
export async function runScenario(stage: Stage, scenario: Scenario, narrator: Narrator): Promise<void> {
  for (const [index, step] of scenario.steps.entries()) {
    const parts = "together" in step ? step.together : [step];
    narrator.step(index + 1, parts.map(wordsOf).join("   +   "));
    try {
      await Promise.all(parts.map((part) => runStep(stage, part, narrator)));
    } catch (error) {
      if (error instanceof Error)
        error.message = `step ${index + 1} (${parts.map(wordsOf).join(" + ")}): ${error.message}`;
      throw error;
    }
  }
  await quiet(stage);
}
