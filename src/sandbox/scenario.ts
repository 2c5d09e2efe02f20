import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";

const PLATFORM = z.enum(["discord", "slack"]);
const PLACE = z.enum(["dm", "thread", "inbox", "private", "home", "channel"]);
const DURATION = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, "must be a duration such as 500ms, 20m or 72h");

/**
 * What people can do. `claim-credential` takes the fields first, last, former, profession, jurisdiction, licence, npi and
 * display (name, where a form has one field for it); `enter-code` and `work-mail` take a text, `question-credential` a reason
 * and whom it is about as its target, `reply-to-case` a text; `look` sends the answer, unless its field send-back says what
 * should change; `ask-back` takes a text, or in the field preset one of the form's own questions. `worry-about` names a person
 * as its target, or in the field message what a message of theirs says; its text is why. `type` with the target chat writes where everybody of the server reads, `post` in the team's channel, or with the target
 * private in one that only the team is in. `report-message`
 * is about the newest message of its target there, or the one with the words of its target in the team's workspace,
 * `report-person` about its target, both with a reason and, if wanted, the field rule; `appeal` takes a text and presses the
 * button on the notice, or where none is left takes the field code; with an empty one it writes from its own account alone. `add-note`
 * takes a text, and in the field under where it stands; `visit-sheet` makes the sheet, of the questions in the field questions where it is
 * there (several with "; " between them), and `export` what is kept; `open-file` reads the file that its target names.
 * `open-privacy` presses what its target names, if any; `erase` types the name that the form asks for, or its text.
 * `connect` chooses what the fields share, stage and pace say (several with "; " between them) and switches matching on.
 * Its field meet says whom they would like to meet. `become-mentor` takes the questions, and chooses what its text lists (with "; "
 * between them); `answer-check` presses its text where a pair with a mentor is asked how it goes.
 * `remove-friend` and `unblock` take the first of the list; `support` says its text; `block` is by the menu on its target, or
 * without one in the thread of two.
 * `find` looks for its text in the library; `keep` puts the question in the general words of its text; `look-at-kept` finds it
 * fit, unless its field unfit says why not.
 * `write-experience` tells an experience with a text of what happened and the fields about, helped, friend, since, whose, outcome, noticed,
 * labels (with commas) and uses (community unless given; with commas), up to the card that `share` shares; `find-experience` looks for its
 * text, in its topic if it has one; `report-experience` is about the first that was found, `withdraw-experience` about one's newest,
 * and `never-show` presses the button for the label that its target names.
 * `choose-digest` switches the weekly digest on, `show-digest` and `stop-digest` press what stands under one, and `open-item` opens
 * the one of the number that its target says, in a digest or in what `questions` lists; `ask-peers` lets members read a question.
 */
export const VERBS = [
  "join",
  "ask",
  "ask-about-message",
  "send",
  "put-back",
  "edit",
  "cancel",
  "claim",
  "look",
  "release",
  "ask-back",
  "answer",
  "edit-answer",
  "agree",
  "add",
  "see-differently",
  "withdraw-opinion",
  "send-to-patient",
  "reply",
  "take-back",
  "helped",
  "still-unclear",
  "ask-again",
  "report",
  "report-message",
  "report-person",
  "appeal",
  "post",
  "check-credentials",
  "claim-credential",
  "enter-code",
  "work-mail",
  "vouch",
  "question-credential",
  "reply-to-case",
  "may-know",
  "needs-in-person",
  "type",
  "edit-message",
  "delete-message",
  "open-inbox",
  "open-my",
  "open-strikes",
  "open-home",
  "help-now",
  "ask-for-company",
  "worry-about",
  "use-thread",
  "open-privacy",
  "erase",
  "on-it",
  "visit-sheet",
  "add-note",
  "export",
  "open-file",
  "connect",
  "accept",
  "not-now",
  "leave-pair",
  "become-mentor",
  "answer-check",
  "add-friend",
  "remove-friend",
  "update",
  "send-update",
  "support",
  "mute-answers",
  "block",
  "unblock",
  "find",
  "read-answer",
  "this-answered-it",
  "keep",
  "agree-to-keep",
  "decline-to-keep",
  "look-at-kept",
  "take-out",
  "write-experience",
  "share",
  "find-experience",
  "report-experience",
  "withdraw-experience",
  "never-show",
  "choose-digest",
  "show-digest",
  "open-item",
  "stop-digest",
  "ask-peers",
  "questions",
] as const;
export type ScenarioVerb = (typeof VERBS)[number];

const act = z.strictObject({
  as: z.string(),
  do: z.enum(VERBS),
  text: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  target: z.string().optional(),
  topic: z.string().optional(),
  /** Which community, for somebody who is in two; the first of theirs unless given. */
  in: z.string().optional(),
  reason: z.string().optional(),
  /** What the person then sees instead of success, such as a refusal; the step fails when it succeeds. */
  refused: z.string().optional(),
});
/** `keep` names the first part of what the command prints that fits a regular expression: { "@code": "\\d{3} \\d{3}" }. */
const command = {
  fails: z.boolean().optional(),
  keep: z.record(z.string().startsWith("@"), z.string()).optional(),
  /** The command only looks: it is run again until it prints what is to be kept, as an admin would look again. */
  within: DURATION.optional(),
};
const admin = z.strictObject({ admin: z.array(z.string()), ...command });
const admin2 = z.strictObject({ admin2: z.array(z.string()), ...command });
const advance = z.strictObject({ advance: DURATION });
/** What the app's owner switches in Discord's developer portal; off at the start. */
const portal = z.strictObject({ "message-content": z.enum(["on", "off"]) });
const fault = z.strictObject({
  fault: z.string(),
  times: z.number().int().positive().optional(),
  for: DURATION.optional(),
  person: z.string().optional(),
  method: z.string().optional(),
});
const expectation = z.strictObject({
  expect: z.strictObject({
    person: z.string().optional(),
    platform: PLATFORM,
    place: PLACE.optional(),
    contains: z.string().optional(),
    absent: z.string().optional(),
    count: z.number().int().nonnegative().optional(),
    within: DURATION.optional(),
  }),
});
const plain = z.union([act, admin, admin2, advance, portal, fault, expectation]);
const together = z.strictObject({ together: z.array(plain).min(2) });

const person = z.strictObject({
  platform: PLATFORM,
  role: z.enum(["patient", "caregiver", "provider", "lead", "moderator", "visitor"]),
  /** Which of `community` and `second-community`; a person listed with both is in both. */
  communities: z.array(z.string()).optional(),
  country: z.string().length(2).optional(),
  profession: z.string().optional(),
  jurisdiction: z.string().optional(),
});

const SCENARIO = z.strictObject({
  title: z.string(),
  community: z.string(),
  "second-community": z.string().optional(),
  country: z.string().length(2).default("US"),
  /** How many first answers of a provider a colleague looks at before they are sent; none unless given. */
  "second-looks": z.number().int().nonnegative().optional(),
  people: z.record(z.string(), person),
  /** Files that an admin's command may name; days in them are written {today}, {today+30}, {today-10|MM/DD/YYYY}. */
  files: z.record(z.string().regex(/^[\w.-]+$/), z.string()).optional(),
  steps: z.array(z.union([plain, together])).min(1),
});

export type Scenario = z.infer<typeof SCENARIO>;
export type PlainStep = z.infer<typeof plain>;
export type ActStep = z.infer<typeof act>;
export type FaultStep = z.infer<typeof fault>;
export type Expectation = z.infer<typeof expectation>["expect"];

/** All that is wrong with a scenario file, each with its line. */
export class ScenarioError extends Error {
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(`${file} cannot be run:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "ScenarioError";
    this.problems = problems;
  }
}

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "72h" in milliseconds. */
export function durationMs(text: string): number {
  const match = /^([\d.]+)(ms|s|m|h|d)$/.exec(text);
  const unit = match?.[2] as keyof typeof UNITS | undefined;
  if (match?.[1] === undefined || unit === undefined) throw new RangeError(`not a duration: ${text}`);
  return Number(match[1]) * UNITS[unit];
}

/** A union's own message says nothing: the branch that came furthest is the one that was meant. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  let best: z.core.$ZodIssue | undefined;
  for (const branch of issue.errors) {
    const wrong = branch.find((one) => one.code !== "unrecognized_keys");
    const misses = branch.some((one) => one.code === "invalid_type" && one.path.length === 1);
    const found = wrong ?? branch[0];
    if (found !== undefined && !misses && (best === undefined || found.path.length > best.path.length))
      best = found;
  }
  return best === undefined ? issue : deepest({ ...best, path: [...issue.path, ...best.path] });
}

/** Reads a scenario; throws ScenarioError that names every line at fault. */
export function readScenario(file: string, source: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0)
    throw new ScenarioError(
      file,
      document.errors.map(
        (error) => `line ${error.linePos?.[0].line ?? "?"}: ${error.message.split("\n")[0]}`,
      ),
    );
  const parsed = SCENARIO.safeParse(document.toJS());
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length) as (string | number)[], true);
      const range = (node as { range?: readonly number[] } | undefined)?.range;
      if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  if (!parsed.success)
    throw new ScenarioError(
      file,
      parsed.error.issues
        .map(deepest)
        .map((issue) => `line ${lineOf(issue.path)}: ${issue.path.join(".")}: ${issue.message}`),
    );
  checkNames(file, parsed.data, lineOf);
  return parsed.data;
}

function checkNames(
  file: string,
  scenario: Scenario,
  lineOf: (path: readonly PropertyKey[]) => number,
): void {
  const problems: string[] = [];
  const visit = (step: PlainStep, path: readonly PropertyKey[]): void => {
    const named =
      "as" in step
        ? step.as
        : "expect" in step
          ? step.expect.person
          : "fault" in step
            ? step.person
            : undefined;
    if (named !== undefined && !(named in scenario.people))
      problems.push(`line ${lineOf(path)}: nobody is called "${named}" under people`);
  };
  for (const [index, step] of scenario.steps.entries()) {
    if ("together" in step)
      for (const [inner, one] of step.together.entries()) visit(one, ["steps", index, "together", inner]);
    else visit(step, ["steps", index]);
  }
  if (problems.length > 0) throw new ScenarioError(file, problems);
}
