import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text and the stretches of it that carry a label; offsets are UTF-16 units. */
export interface Example {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const NO_SPACE_BEFORE = /^(?:[.,!?:;)\]%]|'s$|n't$|'(?:m|re|ve|ll|d)$)/;

/** Sentences in CoNLL columns (word, tab or space, B-type, I-type or O), as running text. */
export function readConll(file: string, types: Readonly<Record<string, string>>): Example[] {
  const examples: Example[] = [];
  let text = "";
  let spans: { start: number; end: number; type: string }[] = [];
  const close = () => {
    if (text !== "") examples.push({ text, spans });
    text = "";
    spans = [];
  };
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    if (line.trim() === "") {
      close();
      continue;
    }
    const [word = "", label = "O"] = line.split(/[\t ]+/);
    if (text !== "" && !NO_SPACE_BEFORE.test(word) && !/(?:^| )[@#]$|_$/.test(text) && word !== "_")
      text += " ";
    const start = text.length;
    text += word;
    const type = types[label.slice(2).toLowerCase()];
    if (type === undefined) continue;
    const last = spans.at(-1);
    if (label.startsWith("I-") && last?.type === type && text.slice(last.end, start).trim() === "")
      spans[spans.length - 1] = { ...last, end: text.length };
    else spans.push({ start, end: text.length, type });
  }
  close();
  return examples;
}

/** Lines with marks such as "my son {NAME|Tom}". */
export function readMarked(file: string): Example[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(parseMarked);
}

/** One line with marks; a mark is {TYPE|text}. */
export function parseMarked(line: string): Example {
  const spans: { start: number; end: number; type: string }[] = [];
  let text = "";
  let at = 0;
  for (const match of line.matchAll(/\{([A-Z0-9]+)\|([^{}]*)\}/g)) {
    text += line.slice(at, match.index);
    const start = text.length;
    text += match[2] ?? "";
    spans.push({ start, end: text.length, type: match[1] ?? "" });
    at = match.index + match[0].length;
  }
  return { text: text + line.slice(at), spans };
}

const PRESIDIO_TYPES: Readonly<Record<string, string>> = {
  PERSON: "NAME",
  GPE: "CITY",
  STREET_ADDRESS: "ADDRESS",
  PHONE_NUMBER: "PHONE",
  EMAIL_ADDRESS: "EMAIL",
  DOMAIN_NAME: "URL",
  IP_ADDRESS: "IP",
  US_SSN: "SSN",
  CREDIT_CARD: "ACCOUNT",
  IBAN_CODE: "ACCOUNT",
  US_DRIVER_LICENSE: "LICENSE",
  ZIP_CODE: "ZIP",
  DATE_TIME: "DATE",
};

/** The synthetic texts of presidio-research; `template` is shared by texts made from one pattern. */
export function readPresidio(file: string): (Example & { readonly template: number })[] {
  interface Row {
    full_text: string;
    template_id: number;
    spans: { entity_type: string; start_position: number; end_position: number }[];
  }
  const rows: Row[] = JSON.parse(readFileSync(file, "utf8"));
  return rows.map(({ full_text, template_id, spans }) => ({
    text: full_text,
    template: template_id,
    spans: spans
      .filter(({ entity_type }) => PRESIDIO_TYPES[entity_type] !== undefined)
      .map((span) => ({
        start: span.start_position,
        end: span.end_position,
        type: PRESIDIO_TYPES[span.entity_type] ?? "",
      })),
  }));
}

const PEOPLE_AND_PLACES = { person: "NAME", per: "NAME", location: "CITY", loc: "CITY" };

export const readTweets = (folder: string, file: string) => readConll(join(folder, file), PEOPLE_AND_PLACES);
