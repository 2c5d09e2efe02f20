/** One thing on one day. */
export interface DayEvent {
  /** The same for the same thing, so that a second import moves it and adds nothing. */
  readonly uid: string;
  readonly day: Date;
  readonly title: string;
  readonly about: string;
}

const DAY_MS = 24 * 3_600_000;
const OCTETS = 75;

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

/** Lines of at most 75 octets; what goes on begins with a blank. No letter is split. */
function folded(line: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > OCTETS) {
      parts.push(part);
      part = " ";
    }
    part += sign;
  }
  return [...parts, part];
}

const dateOf = (at: Date): string => at.toISOString().slice(0, 10).replaceAll("-", "");

const momentOf = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** An iCalendar (RFC 5545) of events that last a day and take no time; each line without its CR LF. */
export function calendarLines(
  events: readonly DayEvent[],
  { name, now }: { name: string; now: Date },
): string[] {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Curbside//Credentials//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, day, title, about }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${momentOf(now)}`,
      `DTSTART;VALUE=DATE:${dateOf(day)}`,
      `DTEND;VALUE=DATE:${dateOf(new Date(day.getTime() + DAY_MS))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(about)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ].flatMap(folded);
}
