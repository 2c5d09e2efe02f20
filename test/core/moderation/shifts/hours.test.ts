import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import { type Hours, hoursWords, readHours, WEEKDAYS } from "#core/moderation/shifts/hours.ts";

const hours = (weekday: number, fromMinute: number, toMinute: number): Hours => ({
  weekday,
  fromMinute,
  toMinute,
});

/** What is said of hours that cannot be meant. */
function refusalOf(text: string): string {
  try {
    readHours(text);
  } catch (error) {
    if (error instanceof DomainError && error.code === "invalid_input")
      return (error as DomainError<"invalid_input">).details.rule;
    throw error;
  }
  return "ok";
}

describe("hours", () => {
  test("are read as people write them", () => {
    expect(readHours("mon-fri 19:00-23:00, sat 10:00-14:00")).toEqual([
      ...[1, 2, 3, 4, 5].map((day) => hours(day, 19 * 60, 23 * 60)),
      hours(6, 600, 840),
    ]);
    expect(readHours("Monday Wed 9-12:30")).toEqual([hours(1, 540, 750), hours(3, 540, 750)]);
    expect(readHours("fri 10pm - 2am")).toEqual([hours(5, 22 * 60, 26 * 60)]);
    expect(readHours("fri 22.00 – 02.00")).toEqual([hours(5, 22 * 60, 26 * 60)]);
    expect(readHours("sun 12am-12pm")).toEqual([hours(7, 0, 720)]);
    expect(readHours("sat-mon 8:00 to 9:00").map(({ weekday }) => weekday)).toEqual([1, 6, 7]);
    expect(readHours("daily 0:00-24:00")).toHaveLength(7);
    expect(readHours("tue 9-10, 14-15;\n thu 20-24")).toEqual([
      hours(2, 540, 600),
      hours(2, 840, 900),
      hours(4, 1200, 1440),
    ]);
  });

  test("that touch or overlap are one, as long as that is a day at most", () => {
    expect(readHours("mon 9-12, mon 11-14, mon 14-15")).toEqual([hours(1, 540, 900)]);
    expect(readHours("mon 9-12, mon 9-12")).toEqual([hours(1, 540, 720)]);
    expect(readHours("mon 10-22, mon 22-10")).toEqual([hours(1, 600, 1320), hours(1, 1320, 2040)]);
  });

  for (const [text, says] of [
    ["", "must be such as"],
    [" , ;", "must be such as"],
    ["whenever", 'not "whenever"'],
    ["mon", 'not "mon"'],
    ["9-12", "on which day"],
    ["m 9-12", '"m" is no day'],
    ["someday 9-12", '"someday" is no day'],
    ["mon-wed-fri 9-12", "must be such as"],
    ["mon 25-26", '"25" is no time'],
    ["mon 9:60-10", '"9:60" is no time'],
    ["mon 24:30-25", "is no time"],
    ["mon 24-3", "different times"],
    ["mon 9-9", "all of a day is 0:00-24:00"],
    ["mon 13pm-2am", '"13pm" is no time'],
    ["mon 7-11pm", "am or pm at both"],
    ["mon 9-12 tue 9-12", "is no day"],
    [
      Array.from(
        { length: 60 },
        (_, at) => `daily ${at % 24}:${10 + (at % 5) * 10}-${at % 24}:${11 + (at % 5) * 10}`,
      ).join(),
      "at most",
    ],
  ] as const)
    test(`that cannot be meant are refused with what is wrong: ${text.slice(0, 20)}`, () => {
      expect(refusalOf(text)).toContain(says);
    });

  const time = fc.integer({ min: 0, max: 1439 });
  const part = fc
    .tuple(fc.integer({ min: 0, max: 6 }), time, time)
    .filter(([, from, to]) => from !== to)
    .map(([day, from, to]) => ({ day: WEEKDAYS[day] ?? "", from, to }));
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

  test("that are said can be typed again, and mean the same", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const read = readHours(
          parts.map(({ day, from, to }) => `${day} ${clock(from)}-${clock(to)}`).join(", "),
        );
        const again = readHours(hoursWords(read));
        expect(again).toEqual(read);
        for (const { weekday, fromMinute, toMinute } of read) {
          expect(weekday >= 1 && weekday <= 7 && fromMinute >= 0 && fromMinute < 1440).toBe(true);
          expect(toMinute > fromMinute && toMinute <= fromMinute + 1440).toBe(true);
        }
      }),
    );
  });

  test("that were typed are all there: each minute of the week is covered or not, as each part says", () => {
    const covered = (from: number, to: number, day: number, minute: number) => {
      const at = (day * 1440 + minute - (from % 10_080) + 10_080) % 10_080;
      return at < to;
    };
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 10_079 }),
        (parts, at) => {
          const read = readHours(
            parts.map(({ day, from, to }) => `${day} ${clock(from)}-${clock(to)}`).join(", "),
          );
          const [day, minute] = [Math.floor(at / 1440), at % 1440];
          const meant = parts.some((one) => {
            const begins = [...WEEKDAYS, ""].indexOf(one.day) * 1440 + one.from;
            return covered(begins, (one.to - one.from + 1440) % 1440, day, minute);
          });
          const is = read.some(({ weekday, fromMinute, toMinute }) =>
            covered((weekday - 1) * 1440 + fromMinute, toMinute - fromMinute, day, minute),
          );
          expect(is).toBe(meant);
        },
      ),
    );
  });

  test("never end in anything but hours or a refusal, whatever is typed", () => {
    const signs = fc.constantFrom(..."montuewedfrisatsun 0123456789:-,;.apm–\n".split(""), "daily ", " to ");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (typed) => {
        expect(typeof refusalOf(typed.join(""))).toBe("string");
      }),
      { numRuns: 2000 },
    );
  });
});
