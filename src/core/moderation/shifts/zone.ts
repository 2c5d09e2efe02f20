import { refuse } from "#core/errors.ts";
import { DAY_MINUTES } from "./hours.ts";

/** What a clock on the wall shows somewhere. */
export interface Wall {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** Since midnight on the clock; where the hour was changed that day, not so many minutes have passed. */
  readonly minute: number;
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(zone);
  if (known !== undefined) return known;
  const two = "2-digit";
  const clock = new Intl.DateTimeFormat("en-US", {
    ...({ timeZone: zone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23" } as const),
    ...{ year: "numeric", month: two, day: two, hour: two, minute: two },
  });
  CLOCKS.set(zone, clock);
  return clock;
}

/** The zone as it is known, for "europe/berlin" too. A mere offset is none: it knows no summer time. Refuses invalid_input. */
export function checkedZone(text: string): string {
  const typed = text.trim();
  try {
    if (!/^[a-z]/i.test(typed)) throw new RangeError("no name");
    const known = new Intl.DateTimeFormat("en-US", { timeZone: typed }).resolvedOptions().timeZone;
    return known.toLowerCase() === typed.toLowerCase() ? known : typed;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const rule = "must be the name of one, such as Europe/Berlin or America/New_York";
    throw refuse("invalid_input", { field: "time zone", rule });
  }
}

export function wallAt(at: Date, zone: string): Wall {
  const shown = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
  const date = new Date(Date.UTC(year, month - 1, day));
  return {
    day: date.toISOString().slice(0, 10),
    weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
    minute: (hour * 60 + minute) % DAY_MINUTES,
  };
}
