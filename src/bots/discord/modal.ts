import { type APILabelComponent, ComponentType, TextInputStyle } from "discord.js";
import type { Option } from "./choices.ts";
import { customId } from "./markup.ts";
import type { Modal } from "./press.ts";

interface TextField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  readonly limit: number;
  readonly long?: true;
  readonly optional?: true;
}

/** A box to type in; `limit` counts UTF-16 units, as Discord and the core do. */
export function textField({ id, label, hint, value, limit, long, optional }: TextField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    ...(hint === undefined ? {} : { description: hint }),
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: optional !== true,
      max_length: limit,
      ...(value === undefined || value === "" ? {} : { value: value.slice(0, limit) }),
    },
  };
}

interface SelectField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly optional?: true;
}

/** One choice from a list; nothing is chosen beforehand unless the person chose it before. */
export function selectField({ id, label, hint, options, chosen, optional }: SelectField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    ...(hint === undefined ? {} : { description: hint }),
    component: {
      type: ComponentType.StringSelect,
      custom_id: id,
      required: optional !== true,
      options: options.map((option) => ({
        ...option,
        ...(option.value === chosen ? { default: true } : {}),
      })),
    },
  };
}

/** As many as the person likes of a list, one at least; `chosen` are beforehand. */
export function manyField({
  id,
  label,
  hint,
  options,
  chosen,
}: Omit<SelectField, "chosen" | "optional"> & { readonly chosen: readonly string[] }): APILabelComponent {
  const list = selectField({ id, label, options, ...(hint === undefined ? {} : { hint }) });
  if (list.component.type !== ComponentType.StringSelect) throw new Error("a list is no list");
  return {
    ...list,
    component: {
      ...list.component,
      min_values: 1,
      max_values: options.length,
      options: list.component.options.map((option) =>
        chosen.includes(option.value) ? { ...option, default: true } : option,
      ),
    },
  };
}

/** A form of one to five fields; it comes back to the form of the same verb. */
export function modal(
  verb: string,
  subject: string,
  title: string,
  fields: readonly APILabelComponent[],
): Modal {
  return { custom_id: customId(verb, subject), title, components: [...fields] };
}
