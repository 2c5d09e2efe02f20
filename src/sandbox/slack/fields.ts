import { type Control, initialValue, optionLabel, optionsOf, shownValue } from "./controls.ts";
import { type Obj, objAt } from "./json.ts";
import type { ViewState } from "./model.ts";

/** What a person puts into a field: text, an option's label, or several of them. */
export type FieldValue = string | readonly string[];

/** The value as Slack stores it. Throws when the field has no such option. */
export function filledValue(control: Control, value: FieldValue): Obj {
  const { element } = control;
  const type = String(element.type);
  const options = optionsOf(element);
  const choose = (label: string) => {
    const option = options.find((one) => optionLabel(one).toLowerCase() === label.toLowerCase());
    if (option) return option;
    throw new Error(`"${control.label}" offers ${options.map(optionLabel).join(", ")}, not "${label}"`);
  };
  const many = typeof value === "string" ? [value] : value;
  const one = many[0] ?? "";
  switch (type) {
    case "static_select":
    case "radio_buttons":
    case "overflow":
      return { type, selected_option: one === "" ? null : choose(one) };
    case "checkboxes":
    case "multi_static_select":
      return { type, selected_options: many.filter((label) => label !== "").map(choose) };
    case "users_select":
      return { type, selected_user: one };
    case "channels_select":
      return { type, selected_channel: one };
    case "conversations_select":
      return { type, selected_conversation: one };
    case "datepicker":
      return { type, selected_date: one };
    case "timepicker":
      return { type, selected_time: one };
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return { type, value: one === "" ? null : one };
    default:
      throw new Error(`a person cannot fill "${control.label}" (${type})`);
  }
}

/** The action that an app is told of when a control is used. */
export function actionOf(control: Control, value: Obj | undefined): Obj {
  const { element } = control;
  const base = { type: element.type, block_id: control.blockId, action_id: control.actionId };
  if (element.type === "button") {
    return {
      ...base,
      text: { emoji: true, ...objAt(element, "text") },
      ...pickKeys(element, ["value", "url", "style", "confirm"]),
    };
  }
  const { type: _type, ...chosen } = value ?? {};
  return {
    ...base,
    ...chosen,
    ...pickKeys(element, ["placeholder", "initial_option", "initial_options", "confirm"]),
  };
}

function pickKeys(from: Obj, keys: string[]): Obj {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));
}

/** What Slack's own client refuses before anything is sent: by label, why. */
export function refusedFields(controls: readonly Control[], state: ViewState): Record<string, string> {
  const refused: Record<string, string> = {};
  for (const control of controls.filter((one) => one.input)) {
    const value = state[control.blockId]?.[control.actionId] ?? initialValue(control.element);
    const shown = shownValue(value);
    const { min_length: min, max_length: max } = control.element;
    if (shown === "" && !control.optional) refused[control.label] = "Please complete this required field.";
    else if (typeof max === "number" && shown.length > max)
      refused[control.label] = `Must be at most ${max} characters.`;
    else if (shown !== "" && typeof min === "number" && shown.length < min)
      refused[control.label] = `Must be at least ${min} characters.`;
  }
  return refused;
}
