import { anyText, elements, plainText } from "./check-elements.ts";
import {
  all,
  anything,
  array,
  boolean,
  byType,
  type Check,
  object,
  oneOf,
  type Problem,
  problem,
  rule,
  string,
} from "./checks.ts";
import { controlsOf } from "./controls.ts";
import { isObj, type Obj, textAt } from "./json.ts";

const SELECTS = [
  "static_select",
  "external_select",
  "users_select",
  "conversations_select",
  "channels_select",
  "multi_static_select",
  "multi_external_select",
  "multi_users_select",
  "multi_conversations_select",
  "multi_channels_select",
] as const;
const CHOICES = ["radio_buttons", "checkboxes", "datepicker", "timepicker"] as const;
const TEXT_INPUTS = [
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "rich_text_input",
  "datetimepicker",
] as const;

const blockId = { block_id: string(255) };

/** Inline parts of rich text. */
const inline = byType({
  text: object({ text: string(Number.POSITIVE_INFINITY) }, { style: anything }),
  link: object({ url: string(3000) }, { text: anything, style: anything, unsafe: boolean }),
  emoji: object({ name: string(255) }, { unicode: anything, style: anything, skin_tone: anything }),
  user: object({ user_id: string(255) }, { style: anything }),
  usergroup: object({ usergroup_id: string(255) }, { style: anything }),
  channel: object({ channel_id: string(255) }, { style: anything }),
  team: object({ team_id: string(255) }, { style: anything }),
  broadcast: object({ range: oneOf("here", "channel", "everyone") }, { style: anything }),
  date: object(
    { timestamp: anything, format: string(255) },
    { url: anything, fallback: anything, style: anything },
  ),
  color: object({ value: string(255) }, { style: anything }),
});
const inlines = array(inline, Number.POSITIVE_INFINITY, 0);
const richSection = object({ elements: inlines });
const richPart = byType({
  rich_text_section: richSection,
  rich_text_quote: object({ elements: inlines }, { border: anything }),
  rich_text_preformatted: object({ elements: inlines }, { border: anything, language: anything }),
  rich_text_list: object(
    {
      elements: array(byType({ rich_text_section: richSection }), Number.POSITIVE_INFINITY, 0),
      style: oneOf("bullet", "ordered"),
    },
    { indent: anything, offset: anything, border: anything },
  ),
});

const BLOCKS: Record<string, Check> = {
  section: all(
    object(
      {},
      {
        ...blockId,
        text: anyText(3000),
        fields: array(anyText(2000), 10),
        accessory: byType(elements("button", "image", "overflow", ...SELECTS, ...CHOICES)),
        expand: boolean,
      },
    ),
    rule((block) =>
      block.text === undefined && block.fields === undefined
        ? "must define either `text` or `fields`"
        : undefined,
    ),
  ),
  header: object({ text: plainText(150) }, { ...blockId, level: anything }),
  divider: object({}, blockId),
  actions: object(
    {
      elements: array(
        byType(elements("button", "overflow", "datetimepicker", "rich_text_input", ...SELECTS, ...CHOICES)),
        25,
      ),
    },
    blockId,
  ),
  context: object(
    {
      elements: array(
        byType({
          ...elements("image"),
          plain_text: anyText(3000),
          mrkdwn: anyText(3000),
        }),
        10,
      ),
    },
    blockId,
  ),
  input: object(
    {
      label: plainText(2000),
      element: byType(elements(...SELECTS, ...CHOICES, ...TEXT_INPUTS)),
    },
    { ...blockId, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: object({ elements: array(richPart, Number.POSITIVE_INFINITY, 0) }, blockId),
  image: all(
    object(
      { alt_text: string(2000) },
      { ...blockId, title: plainText(2000), image_url: string(3000), slack_file: anything },
    ),
    rule((block) =>
      block.image_url === undefined && block.slack_file === undefined
        ? "must define either `image_url` or `slack_file`"
        : undefined,
    ),
  ),
  markdown: object({ text: string(12_000) }, blockId),
};

const block = byType(BLOCKS);

/** Problems of a list of blocks: `max` is 50 in a message and 100 in a view. Ids must not repeat. */
export function checkBlocks(blocks: unknown, at: string, max: number): Problem[] {
  const problems = array(block, max, 0)(blocks, at);
  if (problems.length > 0 || !Array.isArray(blocks)) return problems;
  const seen = new Set<string>();
  return blocks.flatMap((one: unknown, index): Problem[] => {
    if (!isObj(one)) return [];
    const here = `${at}/${index}`;
    const id = textAt(one, "block_id");
    const repeated = id !== "" && seen.has(id);
    seen.add(id);
    return [
      ...(repeated ? problem(`\`block_id\` already exists: ${id}`, `${here}/block_id`) : []),
      ...repeatedActions(one, here),
    ];
  });
}

function repeatedActions(one: Obj, at: string): Problem[] {
  const ids = controlsOf([one])
    .map((control) => control.actionId)
    .filter((id) => id !== "");
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? [] : problem(`\`action_id\` already exists: ${twice}`, at);
}

/** All text in blocks together, in characters; Slack refuses about 13,200 and more. */
export function blockTextLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + blockTextLength(one), 0);
  if (!isObj(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (key === "text" && typeof one === "string" ? one.length : blockTextLength(one)),
    0,
  );
}
