import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  Locale,
  type LocalizationMap,
} from "discord.js";
import { inLanguage } from "#core/language/language.ts";
import { type Message, t } from "#core/language/t.ts";
import type { DiscordCommand } from "./press.ts";

type Published = DiscordCommand["data"];

/** Discord's locales that our Spanish is for. */
const SPANISH = [Locale.SpanishES, Locale.SpanishLATAM] as const;

/** What is published stands in the catalogues by what it is in English; test/contracts/languages looks for each. */
function inSpanish(english: string): LocalizationMap {
  const said = inLanguage("es", () => t(english as Message));
  return said === english ? {} : Object.fromEntries(SPANISH.map((locale) => [locale, said]));
}

function optionIn<O extends APIApplicationCommandOption>(option: O): O {
  return {
    ...option,
    description_localizations: inSpanish(option.description),
    ...("choices" in option && option.choices !== undefined
      ? {
          choices: option.choices.map((choice) => ({
            ...choice,
            name_localizations: inSpanish(choice.name),
          })),
        }
      : {}),
    ...("options" in option && option.options !== undefined ? { options: option.options.map(optionIn) } : {}),
  };
}

/**
 * A command with what people who use Discord in Spanish see of it. Commands that are typed keep their name, since texts and
 * people tell each other to use /ask; entries in menus have one in Spanish.
 */
export function localised(data: Published): Published {
  if (data.type === ApplicationCommandType.User || data.type === ApplicationCommandType.Message)
    return { ...data, name_localizations: inSpanish(data.name) };
  if (!("description" in data)) return data;
  return {
    ...data,
    description_localizations: inSpanish(data.description),
    ...(data.options === undefined ? {} : { options: data.options.map(optionIn) }),
  };
}
