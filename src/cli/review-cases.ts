import { caseScreen } from "#cli/case-screen.ts";
import { ACTION_WORDS, comesTo, times } from "#cli/case-words.ts";
import { chooseDecision } from "#cli/choose-decision.ts";
import { hanging } from "#cli/columns.ts";
import { type Ask, type CommandInput, type KeyChoice, type Outcome, screenWidth } from "#cli/command.ts";
import { decidedWords } from "#cli/decided-words.ts";
import { renderError } from "#cli/render-error.ts";
import { askedOnceOffShift, goesOn, urgentSeen } from "#cli/suggest-break.ts";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError } from "#core/errors.ts";
import { handBackCase } from "#core/moderation/cases/hand-back-case.ts";
import { noteOnCase } from "#core/moderation/cases/note-on-case.ts";
import { type ShownCase, showCase } from "#core/moderation/cases/show-case.ts";
import { takeNextCase } from "#core/moderation/cases/take-case.ts";
import type { Action } from "#core/moderation/decisions/action.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { previewDecision } from "#core/moderation/decisions/preview-decision.ts";

const KEYS: Readonly<Record<Action, string>> = {
  dismiss: "d",
  hide: "h",
  redact: "r",
  warn: "w",
  strike: "s",
  "time-out": "t",
  "suspend-provider": "p",
  remove: "x",
  ban: "b",
};

const HELP: readonly string[] = [
  "A decision asks for the rule and the reason, shows what comes of it, and is made only after you say yes.",
  "Whom it is about reads the rule, your reason and how to appeal; never your name. Whoever reported is not told what was decided.",
  "A slip is undone for 24 hours: curbside case undo NUMBER. Nobody is asked why they hand a case back.",
  "If a text is hard to read, z hands it to somebody else, and q ends it for today.",
];

interface Review {
  readonly input: CommandInput;
  readonly core: Core;
  readonly actor: Actor;
  readonly ask: Ask;
  /** What was done, for the last line. */
  readonly counts: Map<string, number>;
  /** When urgent cases were handed back: they were read too. */
  readonly urgentLeft: Date[];
}

/** What a key came to: the screen anew, or as it is with one more key, the next case, or the end. */
type Then = "again" | "stay" | "next" | "quit";

function show({ input }: Review, lines: readonly string[]): void {
  input.io.stdout(lines.map((line) => `${line}\n`).join(""));
}

const keysFor = ({ possible }: ShownCase, all: boolean): KeyChoice[] => [
  ...(all ? [] : [{ key: "v", does: "view all of it" }]),
  ...possible.map((action) => ({ key: KEYS[action], does: ACTION_WORDS[action] })),
  { key: "n", does: "leave a note for the next moderator" },
  { key: "z", does: "hand it back; nobody is asked why" },
  { key: "q", does: "quit" },
  { key: "?", does: "help" },
];

/** Asks, says what comes of it, and decides after a yes. */
async function decide(review: Review, { number, rules }: ShownCase, action: Action): Promise<Then> {
  const { core, actor, ask, input, counts } = review;
  const named = String(number);
  const chosen = await chooseDecision(
    { ask, rules: core.rules(), show: (lines) => show(review, lines) },
    action,
    rules,
  );
  const preview = await previewDecision(core, { actor, named, chosen });
  show(review, ["", ...comesTo(preview, core.clock.now()).flatMap((line) => hanging("  ", line, 100)), ""]);
  if (!(await ask.yes("Is that what you mean?"))) {
    show(review, ["Nothing was changed."]);
    return "stay";
  }
  const decided = await decideCase(core, { actor, named, chosen });
  counts.set(action, (counts.get(action) ?? 0) + 1);
  show(review, decidedWords(decided, input.paint));
  return "next";
}

async function press(review: Review, key: string, shown: ShownCase): Promise<Then> {
  const { core, actor, ask } = review;
  const action = shown.possible.find((one) => KEYS[one] === key);
  if (action !== undefined) return decide(review, shown, action);
  switch (key) {
    case "n":
      await noteOnCase(core, {
        actor,
        named: shown.caseId,
        text: await ask.text("What should the next moderator know?"),
      });
      return "again";
    case "q":
      return "quit";
    case "z":
      if (shown.severity === 3) review.urgentLeft.push(core.clock.now());
      return "next";
    default:
      show(
        review,
        HELP.flatMap((line) => hanging("  ", line, 100)),
      );
      return "stay";
  }
}

/** Whether somebody else decided it or has it meanwhile, so that there is nothing to stay for. */
const isGone = ({ code }: DomainError): boolean =>
  code === "case_status" || code === "already_taken" || code === "not_found";

/** A refusal is told, and one more key is waited for. */
async function onKey(review: Review, shown: ShownCase, all: boolean): Promise<Then | "all"> {
  review.input.io.signal?.throwIfAborted();
  const key = await review.ask.key("What now?", keysFor(shown, all));
  if (key === "v") return "all";
  try {
    return await press(review, key, shown);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { message, nextStep } = renderError(error);
    show(review, [message, nextStep]);
    return isGone(error) ? "next" : "stay";
  }
}

/** Shows one until it is decided on or left: the beginning of each text first, all of it when somebody asks. */
async function reviewOne(review: Review, named: string): Promise<Then> {
  const { core, actor, input } = review;
  let all = false;
  for (;;) {
    const shown = await showCase(core, { actor, named });
    const view = {
      now: core.clock.now(),
      paint: input.paint,
      columns: screenWidth(input.io),
      rules: core.rules(),
      all,
    };
    show(review, ["", ...caseScreen(shown, view), ""]);
    let then: Then | "all";
    do then = await onKey(review, shown, all);
    while (then === "stay");
    if (then === "next" || then === "quit") return then;
    all ||= then === "all";
  }
}

export interface ReviewLimits {
  /** After so many cases it ends. */
  readonly limit: number;
  /** After so many urgent ones within an hour a break is suggested. */
  readonly breakAfter: number;
}

/** That they had enough for the day is said, and ends it well. */
async function nextUnlessEnough(review: Review, skip: readonly string[]) {
  const { core, actor } = review;
  try {
    return await takeNextCase(core, { actor, skip });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "enough_today") throw error;
    const { message, nextStep } = renderError(error);
    show(review, ["", message, nextStep]);
    return "enough";
  }
}

async function reviewAll(review: Review, { limit, breakAfter }: ReviewLimits): Promise<keyof typeof ENDS> {
  const { core, actor } = review;
  const passed: string[] = [];
  let suggested = false;
  const goesOnNow = askedOnceOffShift(review.ask, { core, actor, show: (lines) => show(review, lines) });
  for (let seen = 0; seen < limit; seen += 1) {
    if (!(await goesOnNow())) return "rest";
    const urgent = suggested ? 0 : await urgentSeen(core, { actor, left: review.urgentLeft });
    if (!suggested && urgent >= breakAfter) {
      suggested = true;
      if (!(await goesOn(review.ask, { urgent, show: (lines) => show(review, lines) }))) return "quit";
    }
    const next = await nextUnlessEnough(review, passed);
    if (next === "enough") return "enough";
    if (next === undefined) return "none";
    try {
      if ((await reviewOne(review, next.caseId)) === "quit") return "quit";
      passed.push(next.caseId);
    } finally {
      // Whatever happened, also a closed terminal: what was not decided is nobody's again.
      await handBackCase(core, { actor, named: next.caseId });
    }
  }
  return "done";
}

const ENDS = {
  done: "That was as many as you wanted.",
  none: "No case waits for you.",
  rest: "Good. Rest well.",
  enough: "",
  quit: "",
} as const;

/** Goes through the cases that wait, one key for each decision; each is kept at once, so that Ctrl-C loses nothing. */
export async function reviewCases(input: CommandInput, ask: Ask, limits: ReviewLimits): Promise<Outcome> {
  const counts = new Map<string, number>();
  const [core, actor] = [await input.core(), await input.actor()];
  const review: Review = { input, ask, core, actor, counts, urgentLeft: [] };
  const ended = await reviewAll(review, limits);
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const kinds = [...counts].map(([action, count]) => `${count} ${action}`).join(", ");
  const sum = total === 0 ? "Nothing was decided." : `${times(total, "case")} decided: ${kinds}. Thank you.`;
  return {
    data: Object.fromEntries(counts),
    lines: [[ENDS[ended], sum].filter((one) => one !== "").join(" ")],
  };
}
