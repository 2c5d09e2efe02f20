import { type Message, msg, t } from "#core/language/t.ts";
import type { CrisisLine } from "./crisis-lines-file.ts";

/** The ways in which the table that comes with Curbside says how to reach somebody; names and numbers stay as they are. */
const FORMS: readonly (readonly [form: RegExp, said: Message])[] = [
  [/^call or text (?<number>[\d ]+)$/, msg("call or text {number}")],
  [/^call (?<number>[\d ]+)$/, msg("call {number}")],
  [/^call (?<number>[\d ]+) or (?<other>[\d ]+)$/, msg("call {number} or {other}")],
  [
    /^call (?<number>[\d ]+) in (?<city>[\p{Lu}][\p{L} ]+) or (?<other>[\d ]+) elsewhere$/u,
    msg("call {number} in {city} or {other} elsewhere"),
  ],
  [/^text (?<word>[A-Z]+) to (?<number>[\d ]+)$/, msg("text {word} to {number}")],
  [/^24 hours a day$/, msg("24 hours a day")],
  [/^(?<number>\d+) or (?<other>\d+)$/, msg("{number} or {other}")],
  [/^(?<number>\d+) \(ambulance (?<other>\d+)\)$/, msg("{number} (ambulance {other})")],
  [
    /^(?<number>\d+) from a mobile \(ambulance (?<other>\d+)\)$/,
    msg("{number} from a mobile (ambulance {other})"),
  ],
  [
    /^(?<number>\d+) \(ambulance\) or (?<other>\d+) \(police\)$/,
    msg("{number} (ambulance) or {other} (police)"),
  ],
];

/** How to reach a line, its hours or an emergency number, for whoever reads it; what a community wrote otherwise stays as written. */
export function reachWords(written: string): string {
  for (const [form, said] of FORMS) {
    const found = form.exec(written);
    if (found !== null) return t(said, found.groups ?? {});
  }
  return written;
}

/** One line as one reads it: "Samaritans: call 116 123, 24 hours a day". */
export const lineWords = ({ name, contact, hours }: CrisisLine): string =>
  `${name}: ${reachWords(contact)}${hours === undefined ? "" : `, ${reachWords(hours)}`}`;
