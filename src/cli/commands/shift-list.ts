import { times } from "#cli/case-words.ts";
import { beside } from "#cli/columns.ts";
import { type CommandInput, type Outcome, screenWidth, textOption } from "#cli/command.ts";
import { dayTitle, partsByDay } from "#cli/shift-words.ts";
import { listShifts } from "#core/moderation/shifts/list-shifts.ts";

const HOW = 'Say when you are there: curbside shift set "mon-fri 19:00-23:00" --zone Europe/Berlin';
const [DAY, TIMES] = [10, 11];

/** Who is there in the seven days from now on, a line for each time between two changes, with what nobody covers. */
export async function run(input: CommandInput): Promise<Outcome> {
  const zone = textOption(input.options, "zone");
  const week = await listShifts(await input.core(), {
    actor: await input.actor(),
    ...(zone === undefined ? {} : { zone }),
  });
  const { paint } = input;
  const own = week.own === null ? [HOW] : [`Your own: ${week.own.hours} (${week.own.zone})`];
  if (week.stretches.length === 0)
    return { data: week, lines: ["Nobody has said when they are there.", HOW] };
  const parts = partsByDay(week.stretches, week.zone);
  const width = Math.max(20, screenWidth(input.io) - DAY - TIMES - 4);
  const without = week.hoursWithoutAnybody;
  return {
    data: week,
    lines: [
      paint.title(`Who is there from now on, in ${week.zone}`),
      ...parts.flatMap(({ day, times: at, names }, index) => {
        const title = parts[index - 1]?.day === day ? "" : dayTitle(day);
        const lines = beside([
          [title, DAY],
          [at, TIMES],
          [names.length === 0 ? "nobody" : names.join(", "), width],
        ]);
        return names.length === 0 ? lines.map((line) => paint.warn(line)) : lines;
      }),
      without === 0
        ? paint.good("Somebody is there at any time.")
        : paint.warn(`Nobody is there for ${times(without, "hour")} of the week.`),
      ...own,
    ],
  };
}
