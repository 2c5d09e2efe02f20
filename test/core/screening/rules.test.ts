import { describe, expect, test } from "vitest";
import { screen } from "#core/screening/screen.ts";
import type { Direction } from "#core/screening/screening.ts";
import { RULES } from "#core/screening/signals/rules.ts";
import { suggestionFor } from "#core/screening/signals/rules-advice.ts";

const DIRECTIONS: readonly Direction[] = ["inbound", "answer"];

for (const direction of DIRECTIONS) {
  describe(`rules for ${direction}`, () => {
    test("each has an id of its own and examples of both sorts", () => {
      const ids = RULES[direction].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { mustMatch, mustNotMatch } of RULES[direction]) {
        expect(mustMatch.length).toBeGreaterThan(0);
        expect(mustNotMatch.length).toBeGreaterThan(0);
      }
    });

    for (const { id, kind, mustMatch, mustNotMatch } of RULES[direction]) {
      const given = (text: string) =>
        screen(text, { direction }).signals.some((signal) => signal.rule === id && signal.kind === kind);
      test.each(mustMatch)(`${id} sees "%s"`, (text) => expect(given(text)).toBe(true));
      test.each(mustNotMatch)(`${id} passes over "%s"`, (text) => expect(given(text)).toBe(false));
    }
  });
}

describe("what the words around a match change", () => {
  test.each([
    ["I don't want to die", "concern"],
    ["I was suicidal ten years ago, therapy helped", "concern"],
    ["I was suicidal ten years ago and I am again tonight", "crisis"],
    ["We watched a documentary about suicide", "clear"],
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
    expect(screen(text).verdict).toBe("emergency");
  });

  test("own contact details are advice beyond the general; public lines and sites are not", () => {
    const risky = screen("Ring my secretary on 212-555-0147", { direction: "answer" });
    expect(risky.signals.map(({ rule }) => rule)).toContain("advice.identifier");
    expect(screen("You can call 988 or read cdc.gov/diabetes", { direction: "answer" }).signals).toEqual([]);
  });

  test("each rule has wording of its own, and an unknown one a general hint", () => {
    const rules = [
      ...RULES.answer.filter(({ kind }) => kind === "advice").map(({ id }) => id),
      "advice.identifier",
    ];
    const wordings = [...rules, "something.else", "constructor"].map(suggestionFor);
    expect(new Set(wordings.slice(0, -1)).size).toBe(rules.length + 1);
    expect(wordings.at(-1)).toBe(suggestionFor("something.else"));
  });
});
