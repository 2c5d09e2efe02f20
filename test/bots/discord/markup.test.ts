import { describe, expect, test } from "vitest";
import { contentOf, customId, escapeText, line, partsOf, readCustomId, show } from "#bots/discord/markup.ts";

const LONG = Array.from({ length: 400 }, (_, at) => `Sentence number ${at} of a long text.`).join(" ");

describe("a person's text on Discord", () => {
  test("shows markup letter by letter", () => {
    expect(escapeText("**bold** _it_ `code` ||gone|| ~~no~~")).toBe(
      "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\|\\|gone\\|\\| \\~\\~no\\~\\~",
    );
  });

  test("cannot start a heading, a quote or a list", () => {
    expect(escapeText("# big\n> quote\n- item")).toBe("\\# big\n\\> quote\n\\- item");
  });

  test("cannot mention anybody or hide a link behind words", () => {
    const text = escapeText("<@123> <#5> @everyone @here [click](http://x.example)");
    expect(text).not.toMatch(/(?<!\\)</);
    expect(text).not.toContain("@everyone");
    expect(text).not.toContain("@here");
    expect(text).not.toContain("](");
  });

  test("keeps the placeholders of screening readable", () => {
    expect(escapeText("call [phone number] today")).toBe("call [phone number] today");
  });
});

describe("a long text", () => {
  test("is split between words and nothing of it is lost", () => {
    const parts = partsOf(LONG);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length <= 3800)).toBe(true);
    expect(parts.join(" ")).toBe(LONG);
  });

  test("without a space is cut between letters, never inside one", () => {
    const family = "👩‍👩‍👧";
    const parts = partsOf(family.repeat(800));
    expect(parts.join("")).toBe(family.repeat(800));
    for (const part of parts) expect(part.length % family.length).toBe(0);
  });

  test("has its buttons under the last part, and its key in every part", () => {
    const face = { title: "T", body: LONG, buttons: [{ verb: "reply", subject: "q1", label: "Reply" }] };
    const parts = partsOf(LONG).map((_, part) => contentOf(face, part, "key-1"));
    expect(parts.map((content) => content.components.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
    for (const content of parts) expect(JSON.stringify(content)).toContain("key-1");
  });
});

describe("a custom id", () => {
  test("carries verb, subject and key, and reads back", () => {
    expect(readCustomId(customId("take-back", "q/m", "k"))).toEqual({
      verb: "take-back",
      subject: "q/m",
      key: "k",
    });
  });

  test("drops the key rather than grow over Discord's limit", () => {
    const subject = "x".repeat(80);
    expect(customId("report", subject, "k".repeat(25))).toBe(`report:${subject}`);
    expect(() => customId("report", "x".repeat(100))).toThrow();
  });
});

test("a plain line unfolds no link", () => {
  expect(line("see http://x.example").flags).toBe(4);
});

test("several faces become one private message with all buttons", () => {
  const face = { title: "A", body: "a", buttons: [{ verb: "my", subject: "all", label: "My questions" }] };
  const content = show(face, { ...face, buttons: [{ verb: "inbox", subject: "all", label: "Inbox" }] });
  expect(content.embeds.length).toBe(2);
  expect(content.components.length).toBe(2);
});
