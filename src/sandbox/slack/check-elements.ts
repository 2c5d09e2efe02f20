import {
  all,
  anything,
  array,
  boolean,
  byType,
  type Check,
  integer,
  object,
  oneOf,
  rule,
  string,
} from "./checks.ts";
import { optionsOf } from "./controls.ts";

/** A plain_text object of at most `max` characters. */
export function plainText(max: number): Check {
  return byType({ plain_text: object({ text: string(max) }, { emoji: boolean }) });
}

/** A plain_text or mrkdwn object of at most `max` characters. */
export function anyText(max: number): Check {
  return byType({
    plain_text: object({ text: string(max) }, { emoji: boolean }),
    mrkdwn: object({ text: string(max) }, { verbatim: boolean }),
  });
}

const confirm = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf("primary", "danger") },
);

/** Action ids of at most 255 characters; a missing one is made up. */
const actionId = { action_id: string(255) };
const interactive = { ...actionId, confirm };
const focusable = { ...interactive, focus_on_load: boolean };

function option(text: Check): Check {
  return object({ text, value: string(3000) }, { description: plainText(75), url: string(3000) });
}

const plainOption = option(plainText(75));
const anyOption = option(anyText(75));
const optionGroup = object({ label: plainText(75), options: array(plainOption, 100) });

const hasOptions = rule((element) =>
  (element.options === undefined) === (element.option_groups === undefined)
    ? "must define either `options` or `option_groups`"
    : undefined,
);

const initialAmongOptions = rule((element) => {
  const known = optionsOf(element).map((one) => JSON.stringify(one.value));
  const initial = [
    element.initial_option,
    ...(Array.isArray(element.initial_options) ? element.initial_options : []),
  ];
  const stray = initial.some(
    (one) =>
      typeof one === "object" && one !== null && "value" in one && !known.includes(JSON.stringify(one.value)),
  );
  return stray ? "must be one of the provided options" : undefined;
});

const selectShape = {
  ...focusable,
  placeholder: plainText(150),
  options: array(plainOption, 100),
  option_groups: array(optionGroup, 100),
};

const textInput = {
  ...actionId,
  focus_on_load: boolean,
  placeholder: plainText(150),
  initial_value: string(3000, 0),
  dispatch_action_config: object({}, { trigger_actions_on: anything }),
};

const picker = { ...focusable, placeholder: plainText(150) };
const many = { max_selected_items: integer(1, 100) };
const conversation = {
  response_url_enabled: boolean,
  default_to_current_conversation: boolean,
  filter: anything,
};

const lengths = rule(({ min_length: min, max_length: max }) =>
  typeof min === "number" && typeof max === "number" && min > max
    ? "min_length must be less than or equal to max_length"
    : undefined,
);

const button = object(
  { text: plainText(75) },
  {
    ...interactive,
    value: string(2000, 0),
    url: string(3000),
    style: oneOf("primary", "danger"),
    accessibility_label: string(75),
  },
);

const choices = { ...focusable, initial_option: anyOption, initial_options: array(anyOption, 10) };

/** Every element by its type. Which block may hold which stands in check-blocks. */
export const ELEMENTS = {
  button,
  static_select: all(
    object({}, { ...selectShape, initial_option: plainOption }),
    hasOptions,
    initialAmongOptions,
  ),
  multi_static_select: all(
    object({}, { ...selectShape, ...many, initial_options: array(plainOption, 100) }),
    hasOptions,
    initialAmongOptions,
  ),
  radio_buttons: all(object({ options: array(anyOption, 10) }, choices), initialAmongOptions),
  checkboxes: all(object({ options: array(anyOption, 10) }, choices), initialAmongOptions),
  overflow: object({ options: array(plainOption, 5) }, interactive),
  plain_text_input: all(
    object(
      {},
      { ...textInput, multiline: boolean, min_length: integer(0, 3000), max_length: integer(1, 3000) },
    ),
    lengths,
  ),
  email_text_input: object({}, textInput),
  url_text_input: object({}, textInput),
  number_input: object(
    { is_decimal_allowed: boolean },
    { ...textInput, initial_value: string(3000), min_value: string(255), max_value: string(255) },
  ),
  rich_text_input: object({}, { ...textInput, initial_value: anything }),
  datepicker: object({}, { ...picker, initial_date: string(10) }),
  timepicker: object({}, { ...picker, initial_time: string(5), timezone: string(255) }),
  datetimepicker: object({}, { ...focusable, initial_date_time: anything }),
  users_select: object({}, { ...picker, initial_user: string(255) }),
  channels_select: object({}, { ...picker, initial_channel: string(255), response_url_enabled: boolean }),
  conversations_select: object({}, { ...picker, ...conversation, initial_conversation: string(255) }),
  external_select: object({}, { ...picker, initial_option: anything, min_query_length: integer(0, 3000) }),
  multi_users_select: object({}, { ...picker, ...many, initial_users: anything }),
  multi_channels_select: object({}, { ...picker, ...many, initial_channels: anything }),
  multi_conversations_select: object(
    {},
    { ...picker, ...many, ...conversation, initial_conversations: anything },
  ),
  multi_external_select: object(
    {},
    { ...picker, ...many, initial_options: anything, min_query_length: integer(0, 3000) },
  ),
  image: all(
    object(
      { alt_text: string(2000) },
      { image_url: string(3000), slack_file: anything, image_width: anything, image_height: anything },
    ),
    rule((image) =>
      image.image_url === undefined && image.slack_file === undefined
        ? "must define either `image_url` or `slack_file`"
        : undefined,
    ),
  ),
} satisfies Record<string, Check>;

/** The checks of these element types. */
export function elements(...types: (keyof typeof ELEMENTS)[]): Record<string, Check> {
  return Object.fromEntries(types.map((type) => [type, ELEMENTS[type]]));
}
