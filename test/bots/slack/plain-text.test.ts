import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "#bots/slack/plain-text.ts";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

describe("a message as people read it", () => {
  test("is what was typed, whatever it was", () => {
    const typing = fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      expect(plainText(escaped(typed))).toBe(typed);
    });
    fc.assert(typing);
  });

  test("names nobody by their id", () => {
    for (const [told, read] of [
      ["Hi <@U012AB3CD>!", "Hi @somebody!"],
      ["Hi <@U012AB3CD|ana>!", "Hi @somebody!"],
      ["in <#C012AB3CD|general>", "in #general"],
      ["in <#C012AB3CD>", "in #channel"],
      ["<!here> look", "@here look"],
      ["<!date^1392734382^{date_short}|Feb 18>", "Feb 18"],
      ["<!subteam^S012AB3CD>", "@subteam"],
      ["<https://tea.example|my shop> &amp; more", "my shop (https://tea.example) & more"],
      ["<https://tea.example>", "https://tea.example"],
    ] as const)
      expect(plainText(told)).toBe(read);
  });
});
