import { caseScreen } from "#cli/case-screen.ts";
import { type CommandInput, countOption, type Outcome, screenWidth } from "#cli/command.ts";
import { reviewCases } from "#cli/review-cases.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { takeNextCase } from "#core/moderation/cases/take-case.ts";

const BREAK_AFTER = 5;

/** Without somebody at a terminal: takes the next one, shows its beginning, and says what decides it. */
async function takeOne(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const actor = await input.actor();
  const taken = await takeNextCase(core, { actor });
  if (taken === undefined) return { data: { case: null, next: null }, lines: ["No case waits for you."] };
  const shown = await showCase(core, { actor, named: taken.caseId });
  const { number, possible } = shown;
  const next = `curbside case decide ${number} --action ACTION --rule RULE --reason TEXT`;
  return {
    data: { case: shown, next },
    lines: [
      ...caseScreen(shown, {
        now: core.clock.now(),
        paint: input.paint,
        columns: screenWidth(input.io),
        rules: core.rules(),
        all: false,
      }),
      "",
      `It is yours for twenty minutes. All of it: curbside case show ${number}`,
      `Decide: ${next}`,
      `ACTION is one of ${possible.join(", ")}; curbside rules has the rules.`,
      `Hand it back: curbside case release ${number}`,
    ],
  };
}

/** The gravest case that waits longest; at a terminal one after the other, with one key for each decision. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { ask, terminal = false } = input.io;
  const limits = {
    limit: countOption(input.options, "limit") ?? Number.POSITIVE_INFINITY,
    breakAfter: countOption(input.options, "break-after") ?? BREAK_AFTER,
  };
  if (input.json || ask === undefined || !terminal) return takeOne(input);
  return reviewCases(input, ask, limits);
}
