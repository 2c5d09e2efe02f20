import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkExamples } from "#core/screening/policies/check-examples.ts";
import { explainText } from "#core/screening/policies/explain-text.ts";
import { loadPolicies, packPolicies } from "#core/screening/policies/load-policies.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";
import { screen } from "#core/screening/screen.ts";

/** The default pack with one file of one's own on top. */
function withOwn(yaml: string) {
  const folder = mkdtempSync(join(tmpdir(), "curbside-policies-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "house.yaml"), yaml);
  return loadPolicies(folder);
}

function problemsOf(yaml: string): string[] {
  try {
    withOwn(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems.map(({ file, where, problem }) => `${file}, ${where ?? "-"}: ${problem}`);
  }
}

const POLITICS = `
about: What this community does not want.
rules:
  - id: house.politics
    kind: community
    severity: low
    action: hold
    text: Elections are for another place.
    match: |
      (election|ballot) ...3 (party|parties)
    mustMatch: [The election of my party]
    mustNotMatch: [The party was fun]
`;

describe("a community's own policies", () => {
  test("add rules", () => {
    const policies = withOwn(POLITICS);
    const { verdict, signals } = screen("In the election both parties promised better trains", { policies });
    expect(verdict).toBe("hold");
    expect(signals.map(({ rule, kind }) => [rule, kind])).toEqual([["house.politics", "community"]]);
    expect(screen("In the election both parties promised better trains").verdict).toBe("clear");
    expect(checkExamples(policies).failures).toEqual([]);
  });

  test("a note lets a text go on", () => {
    const policies = withOwn(POLITICS.replace("action: hold", "action: note"));
    const { verdict, signals } = screen("In the election both parties promised better trains", { policies });
    expect(verdict).toBe("clear");
    expect(signals).toMatchObject([{ rule: "house.politics", action: "note" }]);
  });

  test("add phrases to a rule of the pack, which keeps its own", () => {
    const policies = withOwn(`
about: Words that are used here.
overrides:
  - rule: self-harm.intent
    alsoMatch: |
      catch the night bus
    mustMatch: [I will catch the night bus]
`);
    expect(screen("I will catch the night bus", { policies }).verdict).toBe("crisis");
    expect(screen("I want to die", { policies }).verdict).toBe("crisis");
    expect(policies.rules.get("self-harm.intent")?.changedBy).toBe("house.yaml");
    expect(checkExamples(policies).failures).toEqual([]);
  });

  test("may be milder about sales, or leave them out", () => {
    const text = "Selling two boxes of Mounjaro, collection only";
    const mild = withOwn("about: x\noverrides: [{ rule: sales.drug, action: note, severity: low }]");
    expect(mild.rules.get("sales.drug")).toMatchObject({ action: "note", severity: "low" });
    const off = withOwn("about: x\noverrides: [{ rule: sales.drug, off: true }]");
    expect(screen(text, { policies: off }).signals.map(({ rule }) => rule)).not.toContain("sales.drug");
  });

  test("in shadow change nothing, whatever their kind, and their examples are tested", () => {
    const text = "In the election both parties promised better trains, selling two boxes of Mounjaro";
    const shadow = "kind: crisis\n    mode: shadow\n    score: 0.95\n    action: help";
    const policies = withOwn(
      `${POLITICS.replace("kind: community", shadow).replace("    action: hold\n", "")}overrides: [{ rule: sales.drug, mode: shadow }]\n`,
    );
    expect(screen(text, { policies })).toEqual(
      screen(text, { policies: withOwn("about: x\noverrides: [{ rule: sales.drug, off: true }]") }),
    );
    expect(screen(text, { policies: policies.trial }).verdict).toBe("crisis");
    expect([...policies.rules.keys()].filter((id) => !policies.atWork.has(id))).toEqual([
      "sales.drug",
      "house.politics",
    ]);
    expect(checkExamples(policies).failures).toEqual([]);
    const [explained] = explainText(policies, "The election of my party", "inbound");
    expect(explained).toMatchObject({ rule: "house.politics", mode: "shadow", outcome: "stands" });
    const wrong = withOwn(
      POLITICS.replace("action: hold", "action: hold\n    mode: shadow").replace(
        "The party was fun",
        "The election of a party",
      ),
    );
    expect(checkExamples(wrong).failures).toMatchObject([{ rule: "house.politics", expected: false }]);
  });

  test.each([
    ["overrides: [{ rule: self-harm.intent, off: true }]", "cannot be off"],
    ["overrides: [{ rule: self-harm.intent, match: never }]", "can only grow"],
    ["overrides: [{ rule: self-harm.intent, action: note }]", "always has the action help"],
    ["overrides: [{ rule: self-harm.intent, unless: { idiom: drop } }]", "cannot be changed"],
    ["overrides: [{ rule: self-harm.intent, score: 0.1 }]", "cannot be changed"],
    ["overrides: [{ rule: method.detail, action: note }]", "cannot be changed"],
    ["overrides: [{ rule: self-harm.intent, mode: shadow }]", "cannot be put in shadow"],
    ["overrides: [{ rule: method.detail, mode: shadow }]", "cannot be put in shadow"],
    ["overrides: [{ rule: sales.drug, mode: dark }]", "mode"],
    ["lists: { die: zzzz }", "a list of this name already"],
    ["vetoes: [{ id: mine, where: sentence, match: '(foo' }]", '"(foo"'],
    [POLITICS.replace(/about.*\n/, "").replace("(election|ballot)", "elec*tion"), "one * only"],
    [
      "vetoes: [{ id: one, where: sentence, except: [two], match: foo }, { id: two, where: sentence, except: [one], match: bar }]",
      "lead back to itself",
    ],
    ["rules: &all []\nvetoes: *all", "are not allowed"],
    ["overrides: [{ rule: self-harm.nothing, off: true }]", "there is no rule of this name"],
    [
      POLITICS.replace(/about.*\n/, "").replace("house.politics", "sales.drug"),
      "there is a rule of this name already",
    ],
    [POLITICS.replace(/about.*\n/, "").replace("(election|ballot)", "(election|ballot)+"), "write words"],
    [POLITICS.replace(/about.*\n/, "").replace("hold", "help"), "is for rules of kind crisis"],
    [
      POLITICS.replace(/about.*\n/, "").replace("mustMatch: [The election of my party]", "mustMatch: []"),
      "one example",
    ],
    [POLITICS.replace(/about.*\n/, "").replace("severity: low", "severity: mild"), "severity"],
    [
      POLITICS.replace(/about.*\n/, "").replace(
        "severity: low",
        "unless: { funny: drop }\n    severity: low",
      ),
      'no veto "funny"',
    ],
    ["rules: [", "line"],
    ["colours: 3", "colours"],
  ])("%j is refused: %s", (yaml, why) => {
    const problems = problemsOf(`about: x\n${yaml}`);
    expect(problems.join("\n")).toContain(why);
    expect(problems.join("\n")).toContain("house.yaml");
  });

  test("all mistakes are told at once, each with its rule", () => {
    const two = `${POLITICS.replace("(election|ballot)", "(a+)+")}${POLITICS.replace(/^[\s\S]*rules:\n/, "")
      .replace("house.politics", "house.other")
      .replace("(election|ballot)", "(b+)+")}`;
    expect(problemsOf(two).map((line) => line.split(":", 1)[0])).toEqual([
      "house.yaml, house.politics",
      "house.yaml, house.other",
    ]);
  });
});

describe("explaining a text", () => {
  test("names the phrase, the words, and the veto that cancels it", () => {
    const [first, ...others] = explainText(
      packPolicies(),
      "I wanted to die of embarrassment, I want to die laughing",
      "inbound",
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      rule: "self-harm.intent",
      words: "want to die",
      vetoes: [{ id: "idiom", effect: "drop" }],
      outcome: "dropped",
    });
  });

  test("says when the readers are so sure that a danger becomes a concern", () => {
    const text =
      "In the film we watched for our nursing class the word was said: My husband hits me when he drinks";
    expect(explainText(packPolicies(), text, "inbound")).toMatchObject([
      { rule: "danger.violence", outcome: "doubted" },
    ]);
    expect(screen(text).verdict).toBe("concern");
  });

  test("a denial leaves a concern", () => {
    expect(explainText(packPolicies(), "I do not want to die", "inbound")).toMatchObject([
      { rule: "self-harm.intent", outcome: "lowered" },
    ]);
  });
});
