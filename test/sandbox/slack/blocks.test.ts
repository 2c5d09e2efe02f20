import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBlocks } from "#sandbox/slack/check-blocks.ts";
import { checkView } from "#sandbox/slack/check-view.ts";
import { problemLine } from "#sandbox/slack/checks.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const option = (text: string, value = text) => ({ text: plain(text), value });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const actions = (...elements: object[]) => ({ type: "actions", elements });
const button = (more: object = {}) => ({ type: "button", action_id: "a", text: plain("Go"), ...more });
const select = (more: object) => ({
  type: "static_select",
  action_id: "a",
  placeholder: plain("Pick"),
  ...more,
});
const field = (element: object, more: object = {}) => ({
  type: "input",
  label: plain("Label"),
  element,
  ...more,
});
const confirm = (more: object = {}) => ({
  title: plain("Sure?"),
  text: plain("It goes"),
  confirm: plain("Yes"),
  deny: plain("No"),
  ...more,
});
const lines = (block: object) => checkBlocks([block], "/blocks", 50).map(problemLine);

const good: [string, object][] = [
  [
    "section",
    { type: "section", text: plain("x".repeat(3000)), fields: many(10, () => plain("y".repeat(2000))) },
  ],
  ["header", { type: "header", text: plain("x".repeat(150)) }],
  ["divider", { type: "divider", block_id: "d".repeat(255) }],
  ["25 buttons", actions(...many(25, (i) => button({ action_id: `b${i}`, text: plain("x".repeat(75)) })))],
  ["button", actions(button({ value: "v".repeat(2000), style: "danger", confirm: confirm() }))],
  ["context", { type: "context", elements: many(10, () => ({ type: "mrkdwn", text: "x" })) }],
  ["select", actions(select({ options: many(100, (i) => option(`o${i}`)), initial_option: option("o3") }))],
  ["groups", actions(select({ option_groups: [{ label: plain("g"), options: [option("a")] }] }))],
  ["radio", field({ type: "radio_buttons", action_id: "a", options: many(10, (i) => option(`o${i}`)) })],
  ["checkboxes", field({ type: "checkboxes", options: [{ ...option("a"), description: plain("d") }] })],
  ["overflow", actions({ type: "overflow", options: many(5, (i) => option(`o${i}`)) })],
  ["text input", field({ type: "plain_text_input", multiline: true, min_length: 1, max_length: 3000 })],
  ["image", { type: "image", image_url: "https://x.example/a.png", alt_text: "a" }],
  [
    "rich text",
    {
      type: "rich_text",
      elements: [
        { type: "rich_text_section", elements: [{ type: "text", text: "x", style: { strike: true } }] },
        { type: "rich_text_list", style: "bullet", elements: [{ type: "rich_text_section", elements: [] }] },
        { type: "rich_text_quote", elements: [{ type: "emoji", name: "wave" }] },
      ],
    },
  ],
];

const bad: [string, object, string][] = [
  [
    "no text or fields",
    { type: "section" },
    "must define either `text` or `fields` [json-pointer:/blocks/0]",
  ],
  [
    "long section",
    { type: "section", text: plain("x".repeat(3001)) },
    "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
  ],
  [
    "empty text",
    { type: "section", text: plain("") },
    "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
  ],
  [
    "11 fields",
    { type: "section", fields: many(11, () => plain("f")) },
    "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
  ],
  [
    "long field",
    { type: "section", fields: [plain("f".repeat(2001))] },
    "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
  ],
  [
    "long header",
    { type: "header", text: plain("x".repeat(151)) },
    "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
  ],
  [
    "mrkdwn header",
    { type: "header", text: { type: "mrkdwn", text: "x" } },
    "unsupported type: mrkdwn [json-pointer:/blocks/0/text]",
  ],
  [
    "26 elements",
    actions(...many(26, (i) => button({ action_id: `b${i}` }))),
    "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
  ],
  ["no elements", actions(), "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"],
  [
    "11 in context",
    { type: "context", elements: many(11, () => plain("x")) },
    "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
  ],
  [
    "long label",
    actions(button({ text: plain("x".repeat(76)) })),
    "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
  ],
  [
    "long value",
    actions(button({ value: "x".repeat(2001) })),
    "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
  ],
  [
    "long url",
    actions(button({ url: "x".repeat(3001) })),
    "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]",
  ],
  [
    "long a11y label",
    actions(button({ accessibility_label: "x".repeat(76) })),
    "must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]",
  ],
  [
    "long action id",
    actions(button({ action_id: "x".repeat(256) })),
    "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
  ],
  [
    "long block id",
    { type: "divider", block_id: "x".repeat(256) },
    "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
  ],
  [
    "wrong style",
    actions(button({ style: "green" })),
    "value must be one of primary, danger [json-pointer:/blocks/0/elements/0/style]",
  ],
  [
    "long confirm title",
    actions(button({ confirm: confirm({ title: plain("x".repeat(101)) }) })),
    "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]",
  ],
  [
    "long confirm text",
    actions(button({ confirm: confirm({ text: plain("x".repeat(301)) }) })),
    "must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]",
  ],
  [
    "long confirm button",
    actions(button({ confirm: confirm({ deny: plain("x".repeat(31)) }) })),
    "must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]",
  ],
  [
    "101 options",
    actions(select({ options: many(101, (i) => option(`o${i}`)) })),
    "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
  ],
  [
    "no options",
    actions(select({})),
    "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]",
  ],
  [
    "stray initial option",
    actions(select({ options: [option("a")], initial_option: option("b") })),
    "must be one of the provided options [json-pointer:/blocks/0/elements/0]",
  ],
  [
    "long option",
    actions(select({ options: [option("x".repeat(76), "v")] })),
    "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]",
  ],
  [
    "long option value",
    actions(select({ options: [option("a", "x".repeat(3001))] })),
    "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/options/0/value]",
  ],
  [
    "long placeholder",
    actions(select({ options: [option("a")], placeholder: plain("x".repeat(151)) })),
    "must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]",
  ],
  [
    "6 in overflow",
    actions({ type: "overflow", options: many(6, (i) => option(`o${i}`)) }),
    "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]",
  ],
  [
    "11 radio buttons",
    field({ type: "radio_buttons", options: many(11, (i) => option(`o${i}`)) }),
    "no more than 10 items allowed [json-pointer:/blocks/0/element/options]",
  ],
  [
    "long input label",
    field({ type: "plain_text_input" }, { label: plain("x".repeat(2001)) }),
    "must be less than 2001 characters [json-pointer:/blocks/0/label/text]",
  ],
  [
    "too long max_length",
    field({ type: "plain_text_input", max_length: 3001 }),
    "must provide an integer between 1 and 3000 [json-pointer:/blocks/0/element/max_length]",
  ],
  [
    "min above max",
    field({ type: "plain_text_input", min_length: 5, max_length: 4 }),
    "min_length must be less than or equal to max_length [json-pointer:/blocks/0/element]",
  ],
  ["button as input", field(button()), "unsupported type: button [json-pointer:/blocks/0/element]"],
  [
    "text input in actions",
    actions({ type: "plain_text_input" }),
    "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0]",
  ],
  ["unknown block", { type: "spoiler" }, "unsupported type: spoiler [json-pointer:/blocks/0]"],
  ["inherited name", { type: "constructor" }, "unsupported type: constructor [json-pointer:/blocks/0]"],
  [
    "stray field",
    { type: "divider", color: "red" },
    "invalid additional property: color [json-pointer:/blocks/0]",
  ],
  [
    "image without url",
    { type: "image", alt_text: "a" },
    "must define either `image_url` or `slack_file` [json-pointer:/blocks/0]",
  ],
  [
    "same action twice",
    actions(button(), button()),
    "`action_id` already exists: a [json-pointer:/blocks/0]",
  ],
];

describe("blocks", () => {
  for (const [name, block] of good) test(`accepts ${name}`, () => expect(lines(block)).toEqual([]));
  for (const [name, block, line] of bad) {
    test(`refuses ${name}`, () => expect(lines(block)).toEqual([`[ERROR] ${line}`]));
  }

  test("50 fit into a message, 51 do not, and a block id stands once", () => {
    const dividers = (count: number) => many(count, () => ({ type: "divider" }));
    expect(checkBlocks(dividers(50), "/blocks", 50)).toEqual([]);
    expect(checkBlocks(dividers(51), "/blocks", 50)).toEqual([
      { what: "no more than 50 items allowed", at: "/blocks" },
    ]);
    const twin = { type: "divider", block_id: "x" };
    expect(checkBlocks([twin, twin], "/blocks", 50)).toEqual([
      { what: "`block_id` already exists: x", at: "/blocks/1/block_id" },
    ]);
  });

  test("any JSON is judged, never a crash, and every problem points into what was sent", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (blocks) => {
        for (const { at } of checkBlocks(blocks, "/blocks", 50)) expect(at).toMatch(/^\/blocks/);
      }),
    );
  });

  test("a text is accepted exactly up to its limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (length) => {
        const fits = lines({ type: "header", text: plain("x".repeat(length)) }).length === 0;
        expect(fits).toBe(length <= 150);
      }),
    );
  });
});

describe("views", () => {
  const modal = (more: object = {}) => ({ type: "modal", title: plain("Title"), blocks: [], ...more });
  const faults = (view: unknown, type: "modal" | "home" = "modal") =>
    checkView(view, type, "/view").map(problemLine);

  test("a fitting modal and home pass", () => {
    const full = {
      submit: plain("x".repeat(24)),
      close: plain("Close"),
      private_metadata: "m".repeat(3000),
      callback_id: "c".repeat(255),
      external_id: "e".repeat(255),
      notify_on_close: true,
      clear_on_close: true,
      blocks: [field({ type: "plain_text_input" }), ...many(99, () => ({ type: "divider" }))],
    };
    expect(faults(modal(full))).toEqual([]);
    expect(faults({ type: "home", blocks: [{ type: "divider" }], private_metadata: "" }, "home")).toEqual([]);
  });

  test.each([
    ["no title", { type: "modal", blocks: [] }, "missing required field: title [json-pointer:/view]"],
    [
      "long title",
      modal({ title: plain("x".repeat(25)) }),
      "must be less than 25 characters [json-pointer:/view/title/text]",
    ],
    [
      "long submit",
      modal({ submit: plain("x".repeat(25)) }),
      "must be less than 25 characters [json-pointer:/view/submit/text]",
    ],
    [
      "long metadata",
      modal({ private_metadata: "x".repeat(3001) }),
      "must be less than 3001 characters [json-pointer:/view/private_metadata]",
    ],
    [
      "long callback id",
      modal({ callback_id: "x".repeat(256) }),
      "must be less than 256 characters [json-pointer:/view/callback_id]",
    ],
    [
      "101 blocks",
      modal({ blocks: many(101, () => ({ type: "divider" })) }),
      "no more than 100 items allowed [json-pointer:/view/blocks]",
    ],
    [
      "input without submit",
      modal({ blocks: [field({ type: "plain_text_input" })] }),
      "missing required field: submit [json-pointer:/view]",
    ],
    ["wrong type", { type: "home", blocks: [] }, "unsupported type: home [json-pointer:/view/type]"],
    ["no view", undefined, "must provide an object [json-pointer:/view]"],
  ])("refuses %s", (_name, view, line) => {
    expect(faults(view)).toEqual([`[ERROR] ${line}`]);
  });
});
