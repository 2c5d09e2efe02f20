import { REFUSED } from "./errors.ts";
import type { Json } from "./model.ts";
import { atMost, between, list, text } from "./validate-values.ts";

/** What one message or form has used up: ids that must differ, and how many components. */
interface Tally {
  readonly ids: Set<string>;
  count: number;
}

function checkId(value: unknown, { ids }: Tally): void {
  const id = text(value);
  between("components.custom_id", id.length, 1, 100);
  if (ids.has(id)) throw REFUSED.form("components.custom_id", "Component custom id cannot be duplicated");
  ids.add(id);
}

function checkButton(button: Json, tally: Tally): void {
  atMost("components.label", button.label, 80);
  const style = Number(button.style);
  if (!(style >= 1 && style <= 5))
    throw REFUSED.form("components.style", "Value must be one of {1, 2, 3, 4, 5}.");
  if (text(button.label) === "" && button.emoji === undefined)
    throw REFUSED.form("components.label", "A button needs a label or an emoji.");
  if (style === 5) between("components.url", text(button.url).length, 1, 512);
  else checkId(button.custom_id, tally);
}

function checkSelect(select: Json, tally: Tally): void {
  checkId(select.custom_id, tally);
  atMost("components.placeholder", select.placeholder, 150);
  const least = Number(select.min_values ?? 1);
  const most = Number(select.max_values ?? 1);
  if (!(least >= 0 && least <= 25 && most >= 1 && most <= 25 && least <= most))
    throw REFUSED.form("components.min_values", "Must be between 0 and 25, and not above max_values.");
  if (select.type !== 3) return;
  const options = list(select.options);
  between("components.options", options.length, 1, 25);
  const values = new Set(options.map(({ value }) => value));
  if (values.size !== options.length)
    throw REFUSED.form("components.options", "The specified option value is already used");
  const standing = options.filter((option) => option.default === true).length;
  if (standing > most)
    throw REFUSED.form("components.options", "There are more default options than max_values.");
  for (const option of options) {
    between("components.options.label", text(option.label).length, 1, 100);
    between("components.options.value", text(option.value).length, 1, 100);
    atMost("components.options.description", option.description, 100);
  }
}

const isSelect = (part: Json): boolean =>
  part.type === 3 || (Number(part.type) >= 5 && Number(part.type) <= 8);

function checkRow(row: Json, tally: Tally): void {
  const parts = list(row.components);
  between("components.components", parts.length, 1, 5);
  if (parts.some(isSelect) && parts.length > 1)
    throw REFUSED.form("components.components", "A row has up to 5 buttons or one select.");
  for (const part of parts) {
    tally.count += 1;
    if (isSelect(part)) checkSelect(part, tally);
    else if (part.type === 2) checkButton(part, tally);
    else throw REFUSED.form("components.type", "Value must be one of {2, 3, 5, 6, 7, 8}.");
  }
}

function checkTextDisplay(part: Json): void {
  between("components.content", text(part.content).length, 1, 4000);
}

function checkSection(part: Json, tally: Tally): void {
  const inside = list(part.components);
  between("components.components", inside.length, 1, 3);
  const accessory = (part.accessory ?? {}) as Json;
  tally.count += inside.length + 1;
  for (const one of inside) checkTextDisplay(one);
  if (accessory.type === 2) checkButton(accessory, tally);
  else if (accessory.type !== 11) throw REFUSED.form("components.accessory", "This field is required");
}

function checkV2(parts: readonly Json[], tally: Tally, nested = false): void {
  for (const part of parts) {
    tally.count += 1;
    if (part.type === 1) checkRow(part, tally);
    else if (part.type === 9) checkSection(part, tally);
    else if (part.type === 10) checkTextDisplay(part);
    else if (part.type === 12) between("components.items", list(part.items).length, 1, 10);
    else if (part.type === 17 && !nested) checkV2(list(part.components), tally, true);
    else if (part.type !== 13 && part.type !== 14)
      throw REFUSED.form("components.type", "Value must be one of {1, 9, 10, 12, 13, 14, 17}.");
  }
}

/** Refuses rows, buttons, lists and V2 parts that Discord would refuse. */
export function checkComponents(components: readonly Json[], v2: boolean): void {
  const tally: Tally = { ids: new Set(), count: 0 };
  if (v2) {
    checkV2(components, tally);
    if (tally.count > 40) throw REFUSED.form("components", "Must be 40 or fewer in total.");
    return;
  }
  between("components", components.length, 0, 5);
  for (const row of components) {
    if (row.type !== 1) throw REFUSED.form("components.type", "Value must be one of {1}.");
    checkRow(row, tally);
  }
}

function checkTextInput(input: Json, tally: Tally): void {
  checkId(input.custom_id, tally);
  const most = Number(input.max_length ?? 4000);
  const least = Number(input.min_length ?? 0);
  if (!(least >= 0 && most >= 1 && most <= 4000 && least <= most))
    throw REFUSED.form("components.max_length", "Must be between 1 and 4000, and not below min_length.");
  atMost("components.value", input.value, most);
  atMost("components.placeholder", input.placeholder, 100);
}

/** Refuses a form that Discord would refuse: 1 to 5 labels (or the older rows of one text input), or texts. */
export function checkModal(modal: Json): void {
  const components = list(modal.components);
  between("title", text(modal.title).length, 1, 45);
  between("custom_id", text(modal.custom_id).length, 1, 100);
  between("components", components.length, 1, 5);
  const tally: Tally = { ids: new Set(), count: 0 };
  for (const part of components) {
    if (part.type === 10) {
      checkTextDisplay(part);
      continue;
    }
    const [row] = list(part.components);
    const input = ((part.type === 1 ? row : part.component) ?? {}) as Json;
    if (part.type === 18) {
      between("components.label", text(part.label).length, 1, 45);
      atMost("components.description", part.description, 100);
    } else if (part.type !== 1) throw REFUSED.form("components.type", "Value must be one of {1, 10, 18}.");
    if (input.type === 4) {
      if (part.type === 1) between("components.label", text(input.label).length, 1, 45);
      checkTextInput(input, tally);
    } else if (part.type === 18 && isSelect(input)) checkSelect(input, tally);
    else throw REFUSED.form("components.component", "Value must be one of {3, 4, 5, 6, 7, 8}.");
  }
}
