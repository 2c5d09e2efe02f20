import { listAt, type Obj, objAt, textAt } from "./json.ts";
import type { ViewState } from "./model.ts";
import { unescapeText } from "./mrkdwn.ts";

/** One thing on the screen that a person can use. */
export interface Control {
  /** What it says: a button's text, an input's label, a select's placeholder. */
  readonly label: string;
  readonly element: Obj;
  readonly blockId: string;
  readonly actionId: string;
  /** Inside an input block: filled on submit, and tells the app at once only with `dispatch_action`. */
  readonly input: boolean;
  readonly optional: boolean;
  readonly dispatches: boolean;
}

/** All controls of these blocks in reading order. */
export function controlsOf(blocks: readonly Obj[]): Control[] {
  return blocks.flatMap((block): Control[] => {
    const blockId = textAt(block, "block_id");
    if (block.type === "input") {
      const element = objAt(block, "element");
      return [
        {
          label: plain(objAt(block, "label")),
          element,
          blockId,
          actionId: textAt(element, "action_id"),
          input: true,
          optional: block.optional === true,
          dispatches: block.dispatch_action === true,
        },
      ];
    }
    const elements =
      block.type === "actions" || block.type === "context_actions"
        ? listAt(block, "elements")
        : block.type === "section"
          ? [objAt(block, "accessory")]
          : [];
    return elements
      .filter((element) => element.type !== undefined && element.type !== "image")
      .map((element) => ({
        label: labelOf(element, block),
        element,
        blockId,
        actionId: textAt(element, "action_id"),
        input: false,
        optional: true,
        dispatches: true,
      }));
  });
}

function labelOf(element: Obj, block: Obj): string {
  if (element.type === "button") return plain(objAt(element, "text"));
  if (element.type === "overflow") return "…";
  return plain(objAt(element, "placeholder")) || plain(objAt(block, "text")) || textAt(element, "action_id");
}

export function plain(textObject: Obj): string {
  return unescapeText(textAt(textObject, "text"));
}

/** The options of a select, radio group, checkbox group or overflow menu, groups flattened. */
export function optionsOf(element: Obj): Obj[] {
  const groups = listAt(element, "option_groups");
  return groups.length > 0 ? groups.flatMap((group) => listAt(group, "options")) : listAt(element, "options");
}

export function optionLabel(option: Obj): string {
  return plain(objAt(option, "text"));
}

/** What a fresh element holds, in the shape of `state.values`. Undefined for elements that hold nothing. */
export function initialValue(element: Obj): Obj | undefined {
  switch (element.type) {
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return { type: element.type, value: element.initial_value ?? null };
    case "static_select":
    case "radio_buttons":
    case "external_select":
      return { type: element.type, selected_option: element.initial_option ?? null };
    case "checkboxes":
    case "multi_static_select":
    case "multi_external_select":
      return { type: element.type, selected_options: element.initial_options ?? [] };
    case "users_select":
      return { type: element.type, selected_user: element.initial_user ?? null };
    case "channels_select":
      return { type: element.type, selected_channel: element.initial_channel ?? null };
    case "conversations_select":
      return { type: element.type, selected_conversation: element.initial_conversation ?? null };
    case "datepicker":
      return { type: element.type, selected_date: element.initial_date ?? null };
    case "timepicker":
      return { type: element.type, selected_time: element.initial_time ?? null };
    default:
      return undefined;
  }
}

/** `state.values` of these blocks: what was chosen, else what they started with. */
export function stateValues(blocks: readonly Obj[], chosen: ViewState): ViewState {
  const values: ViewState = {};
  for (const control of controlsOf(blocks)) {
    const value = chosen[control.blockId]?.[control.actionId] ?? initialValue(control.element);
    if (!value) continue;
    values[control.blockId] = { ...values[control.blockId], [control.actionId]: value };
  }
  return values;
}

/** What a person reads in a filled control; "" when it is empty. */
export function shownValue(value: Obj | undefined): string {
  if (!value) return "";
  if (Array.isArray(value.selected_options)) {
    return listAt(value, "selected_options").map(optionLabel).join(", ");
  }
  if (value.selected_option) return optionLabel(objAt(value, "selected_option"));
  for (const key of [
    "value",
    "selected_user",
    "selected_channel",
    "selected_conversation",
    "selected_date",
    "selected_time",
  ]) {
    if (textAt(value, key)) return textAt(value, key);
  }
  return "";
}
