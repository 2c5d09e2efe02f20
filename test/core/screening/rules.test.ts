import { describe, expect, test } from "vitest";
import { checkExamples } from "#core/screening/policies/check-examples.ts";
import { lintPolicies } from "#core/screening/policies/lint-policies.ts";
import { packPolicies, readPolicyFiles } from "#core/screening/policies/load-policies.ts";
import { suggestionFor } from "#core/screening/policies/suggestion-for.ts";
import { screen } from "#core/screening/screen.ts";

describe("the default pack", () => {
  test("every example comes out as its rule says", () => {
    const { examples, failures } = checkExamples(packPolicies());
    expect(failures).toEqual([]);
    expect(examples).toBeGreaterThan(240);
  });

  test("has rules for each kind of harm, and nothing doubtful", () => {
    const { pack } = readPolicyFiles();
    expect(lintPolicies(pack, packPolicies())).toEqual([]);
    const kinds = new Set([...packPolicies().rules.values()].map(({ kind }) => kind));
    for (const kind of ["concern", "crisis", "emergency", "method", "sales", "advice"] as const)
      expect(kinds).toContain(kind);
  });
});

describe("what the words around a match change", () => {
  test.each([
    ["I don't want to die", "concern"],
    ["I was suicidal ten years ago, therapy helped", "concern"],
    ["I was suicidal ten years ago and I am again tonight", "crisis"],
    ["We watched a documentary about suicide", "clear"],
    ["I want to die of embarrassment, and I don't want to live any more", "crisis"],
    ["I'd rather die than keep living like this", "crisis"],
    ["lol anyway I'm going to kill myself tonight", "crisis"],
    ["Great news about the scan! I also want to die.", "crisis"],
    ["I don't know why I want to die", "crisis"],
    ["My neighbour had a heart attack in 2016", "clear"],
    ["No slurred speech, no chest pain", "clear"],
    ["I want to stop chemo. How do I tell my family?", "clear"],
  ])('"%s" is %s', (text, verdict) => expect(screen(text).verdict).toBe(verdict));

  test("zero-width characters and full width do not hide a cry for help", () => {
    expect(screen("I want to k\u200bi\u200bl\u200bl mys\u00adelf").verdict).toBe("crisis");
    expect(screen("Ｉ ｗａｎｔ ｔｏ ｄｉｅ").verdict).toBe("crisis");
  });

  test("a signal points at the words in the input", () => {
    const text = "😀 ok so — I wa\u200bnt to die, sorry";
    const [signal] = screen(text).signals;
    expect(text.slice(signal?.start, signal?.end)).toBe("wa\u200bnt to die");
  });
});

describe("answers", () => {
  test("red flags that a provider names are no alarm", () => {
    const text = "Get seen now if your face droops, your speech is slurred or you can't breathe.";
    expect(screen(text, { direction: "answer" }).verdict).toBe("clear");
    expect(screen(text).verdict).not.toBe("clear");
  });

  test("own contact details are advice beyond the general; public lines and sites are not", () => {
    const risky = screen("Ring my secretary on 212-555-0147", { direction: "answer" });
    expect(risky.signals.map(({ rule }) => rule)).toContain("advice.identifier");
    expect(screen("You can call 988 or read cdc.gov/diabetes", { direction: "answer" }).signals).toEqual([]);
  });

  test("each rule has wording of its own, and an unknown one a general hint", () => {
    const policies = packPolicies();
    const rules = [...policies.rules.values()].filter(({ kind }) => kind === "advice").map(({ id }) => id);
    const wordings = [...rules, "something.else", "constructor"].map((rule) => suggestionFor(policies, rule));
    expect(new Set(wordings.slice(0, -1)).size).toBe(rules.length + 1);
    expect(wordings.at(-1)).toBe(suggestionFor(policies, "something.else"));
    expect(suggestionFor(policies, "learned.advice.individualised_dosing")).toBe(
      suggestionFor(policies, "advice.dose"),
    );
  });
});
