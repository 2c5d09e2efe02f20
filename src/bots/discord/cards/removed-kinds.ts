import { type Message, msg, t } from "#core/language/t.ts";

/** The words in the place of what was removed, for whoever wrote it; the team reads them in English. */
const KINDS: Readonly<Record<string, Message>> = {
  name: msg("name"),
  date: msg("date"),
  place: msg("place"),
  address: msg("address"),
  postcode: msg("postcode"),
  "care facility": msg("care facility"),
  "phone number": msg("phone number"),
  "e-mail address": msg("e-mail address"),
  link: msg("link"),
  "social security number": msg("social security number"),
  "IP address": msg("IP address"),
  "account number": msg("account number"),
  "record number": msg("record number"),
  "license number": msg("license number"),
  "device number": msg("device number"),
  "vehicle number": msg("vehicle number"),
  username: msg("username"),
  "age over 89": msg("age over 89"),
};

export const kindWords = (kind: string): string => {
  const known = KINDS[kind];
  return known === undefined ? kind : t(known);
};

/** "[name 2]" is "name 2". */
export const numberedWords = (placeholder: string): string =>
  placeholder
    .slice(1, -1)
    .replace(/^(.*?)( \d+)?$/, (_, kind: string, number = "") => `${kindWords(kind)}${number}`);
