import type { Json } from "./model.ts";
import { type FormField, type OpenForm, SEVERAL } from "./render.ts";
import { list } from "./validate-values.ts";

/** Makes the error that says what is on the screen instead. */
type NotThere = (what: string) => Error;
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

const SUBCOMMAND = 1;

/**
 * A command's options as Discord sends them; throws on what is unknown, missing, too long or not among the choices. `sub` names
 * a subcommand; a command that has any cannot be used without.
 */
export function filledOptions(
  command: Json,
  { sub, options }: { sub: string | undefined; options: OptionValues },
  notThere: NotThere,
): Json[] {
  const subcommands = list(command.options).filter(({ type }) => type === SUBCOMMAND);
  const chosen = subcommands.find(({ name }) => name === sub);
  if (chosen === undefined && (sub !== undefined || subcommands.length > 0))
    throw notThere(`the subcommand "${sub ?? ""}"`);
  if (chosen === undefined) return filledValues(command, options, notThere);
  return [{ name: chosen.name, type: SUBCOMMAND, options: filledValues(chosen, options, notThere) }];
}

function filledValues(command: Json, options: OptionValues, notThere: NotThere): Json[] {
  const known = list(command.options);
  for (const name of Object.keys(options))
    if (!known.some((one) => one.name === name)) throw notThere(`the option "${name}"`);
  return known.flatMap(({ name, type, required, choices, max_length }): Json[] => {
    const given = options[String(name)];
    if (typeof max_length === "number" && String(given ?? "").length > max_length)
      throw notThere(`room for ${String(given).length} characters in "${String(name)}"`);
    if (given === undefined) {
      if (required === true) throw notThere(`a way to leave "${String(name)}" out`);
      return [];
    }
    const among = list(choices);
    const chosen = among.find((one) => one.name === given || one.value === given);
    if (among.length > 0 && chosen === undefined) throw notThere(`the choice "${String(given)}"`);
    return [{ name, type, value: chosen?.value ?? given }];
  });
}

/** The values of one choice, or of several; throws on one that is not in the list, and on more than may be chosen. */
function chosenIn({ label, options, most }: FormField, given: string, notThere: NotThere): string {
  const wanted = most > 1 ? given.split(SEVERAL) : [given];
  if (wanted.length > most) throw notThere(`room for ${wanted.length} choices in "${label}"`);
  const values = wanted.map((one) => {
    const option = options.find(
      ({ label: text, value }) => text.toLowerCase() === one.toLowerCase() || value === one,
    );
    if (option === undefined) throw notThere(`the option "${one}" in "${label}"`);
    return option.value;
  });
  return values.join(SEVERAL);
}
/** Fills a form by its labels, and gives it as it is sent; throws when a field is unknown, too full or left empty. */
export function filledForm(
  form: OpenForm,
  fields: Readonly<Record<string, string>>,
  notThere: NotThere,
): Json[] {
  for (const [label, value] of Object.entries(fields)) {
    const field = form.fields.find((one) => one.label === label || one.customId === label);
    if (field === undefined) throw notThere(`the field "${label}"`);
    if (value.length > field.maxLength) throw notThere(`room for ${value.length} characters in "${label}"`);
    field.value = field.kind === "select" ? chosenIn(field, value, notThere) : value;
  }
  const empty = form.fields.find((field) => field.required && field.value === "");
  if (empty !== undefined) throw notThere(`a way to leave "${empty.label}" empty`);
  return form.fields.map((field, index) => {
    const base = { id: index * 2 + 2, custom_id: field.customId };
    const component =
      field.kind === "select"
        ? { ...base, type: 3, values: field.value === "" ? [] : field.value.split(SEVERAL) }
        : { ...base, type: 4, value: field.value };
    const id = index * 2 + 1;
    return field.inRow ? { type: 1, id, components: [component] } : { type: 18, id, component };
  });
}
