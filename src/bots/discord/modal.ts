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

interface ManyField extends Omit<SelectField, "chosen"> {
  /** Those that are chosen beforehand. */
  readonly chosen: readonly string[];
  /** As many as there are unless given. */
  readonly most?: number;
}

/** Some choices from a list; `severalOf` reads what comes back. */
export function manyField({ chosen, most, ...field }: ManyField): APILabelComponent {
  const label = selectField(field);
  if (label.component.type !== ComponentType.StringSelect) throw new Error("a list is no list");
  const options = label.component.options.map((option) =>
    chosen.includes(option.value) ? { ...option, default: true } : option,
  );
  const max_values = Math.min(most ?? options.length, options.length);
  return { ...label, component: { ...label.component, options, max_values } };
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
