import { REFUSED } from "./errors.ts";
import type { Json } from "./model.ts";
import { between, list } from "./validate-values.ts";

const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** An option that is a command of its own, and one that only groups such. */
const SUBCOMMAND = 1;
const GROUP = 2;

const isSubcommand = ({ type }: Json): boolean => type === SUBCOMMAND || type === GROUP;

/** Subcommands stand beside subcommands only, a group in a command only; what must be given comes first; no two have one name. */
function checkSiblings(options: readonly Json[], inside: number | undefined): void {
  between("options", options.length, 0, 25);
  const names = new Set(options.map(({ name }) => name));
  if (names.size !== options.length)
    throw REFUSED.form("options.name", "Option names must be unique in an application command");
  const subcommands = options.filter(isSubcommand);
  if (subcommands.length > 0 && subcommands.length < options.length)
    throw REFUSED.form(
      "options.type",
      "Sub-command and sub-command group option types are mutually exclusive to all other types",
    );
  const mayHold = inside === undefined ? [SUBCOMMAND, GROUP] : inside === GROUP ? [SUBCOMMAND] : [];
  if (!subcommands.every(({ type }) => mayHold.includes(Number(type))))
    throw REFUSED.form("options.type", "Sub-commands are nested too deep");
  if (inside === GROUP && subcommands.length < options.length)
    throw REFUSED.form("options.type", "A sub-command group has sub-commands only");
  const optional = options.findIndex(({ required }) => required !== true);
  if (optional >= 0 && options.slice(optional).some(({ required }) => required === true))
    throw REFUSED.form("options.required", "Required options must be placed before non-required options");
}

function checkLengths({ type, min_length, max_length }: Json): void {
  if (min_length === undefined && max_length === undefined) return;
  if (type !== 3) throw REFUSED.form("options.max_length", "Only a string has a length");
  between("options.min_length", Number(min_length ?? 0), 0, 6000);
  between("options.max_length", Number(max_length ?? 6000), 1, 6000);
}

function checkOptions(options: readonly Json[], inside?: number): number {
  checkSiblings(options, inside);
  let length = 0;
  for (const option of options) {
    length += checkName(option);
    between("options.type", Number(option.type), SUBCOMMAND, 11);
    checkLengths(option);
    between("options.choices", list(option.choices).length, 0, 25);
    for (const choice of list(option.choices)) {
      checkLocalizations("name", choice, 100);
      length += String(choice.name).length + String(choice.value).length;
    }
    length += checkOptions(list(option.options), Number(option.type));
  }
  return length;
}

/** https://discord.com/developers/docs/reference#locales */
const LOCALES: ReadonlySet<string> = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);

/** What is said of a thing in other languages: known ones, each within the limit of the field. */
function checkLocalizations(
  field: "name" | "description",
  { [`${field}_localizations`]: said }: Json,
  most: number,
) {
  for (const [locale, text] of Object.entries((said ?? {}) as Json)) {
    if (!LOCALES.has(locale))
      throw REFUSED.form(`${field}_localizations`, `Locale "${locale}" is not supported`);
    between(`${field}_localizations.${locale}`, String(text).length, 1, most);
  }
}

function checkName(command: Json): number {
  const name = String(command.name ?? "");
  const description = String(command.description ?? "");
  if (!CHAT_NAME.test(name) || name !== name.toLowerCase())
    throw REFUSED.form("name", "Command name is invalid");
  between("description", description.length, 1, 100);
  checkLocalizations("description", command, 100);
  for (const shown of Object.values((command.name_localizations ?? {}) as Json))
    if (!CHAT_NAME.test(String(shown)) || String(shown) !== String(shown).toLowerCase())
      throw REFUSED.form("name_localizations", "Command name is invalid");
  checkLocalizations("name", command, 32);
  return name.length + description.length;
}

/** An entry in the menu of a person (2) or a message (3): any words of 1 to 32 characters, and nothing else to say or ask. */
function checkMenuEntry(command: Json): void {
  between("name", String(command.name ?? "").trim().length, 1, 32);
  checkLocalizations("name", command, 32);
  if (String(command.description ?? "") !== "")
    throw REFUSED.form("description", "Context menu commands cannot have description");
  if (list(command.options).length > 0)
    throw REFUSED.form("options", "Context menu commands cannot have options");
}

/** Refuses a list of commands that Discord would refuse: names, counts of each kind, 8,000 characters in one. */
export function checkCommands(commands: readonly Json[]): void {
  const names = new Set<string>();
  for (const command of commands) {
    const type = Number(command.type ?? 1);
    const most = MOST[type];
    if (most === undefined) throw REFUSED.form("type", "Value must be one of {1, 2, 3}.");
    if (type === 1) {
      const length = checkName(command) + checkOptions(list(command.options));
      if (length > 8000) throw REFUSED.form("options", "Command exceeds maximum size (8000)");
    } else checkMenuEntry(command);
    const key = `${type} ${String(command.name)}`;
    if (names.has(key)) throw REFUSED.form("name", "Application command names must be unique");
    names.add(key);
    const same = commands.filter((one) => Number(one.type ?? 1) === type).length;
    if (same > most) throw REFUSED.tooManyCommands(most);
  }
}
