import { calendarLines } from "#cli/calendar.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { dayFrom } from "#cli/credential-words.ts";
import { type DueCredential, dueCredentials } from "#core/credentials/watch/due-credentials.ts";

const MOST_DAYS = 3650;
const USUAL_DAYS = "60";

function daysOf(given: string): number {
  const days = Number(given);
  if (!/^\d{1,4}$/.test(given) || days > MOST_DAYS)
    throw new UsageError(`--within must be a number of days from 0 to ${MOST_DAYS}, not "${given}"`);
  return days;
}

const WHAT = { expires: "the licence ends", check: "it must be looked at again" } as const;

/** A provider's name here, which is no patient's and no legal one. */
const eventOf = ({ credentialId, provider, profession, jurisdiction, dueAt, why }: DueCredential) => ({
  uid: `${credentialId}.${why}@credentials.curbside`,
  day: dueAt,
  title: `${provider} (${profession}, ${jurisdiction}): ${WHAT[why]}`,
  about: `Look at it: curbside credential show ${credentialId}\nCheck it: curbside credential check ${credentialId}`,
});

/** What ends or must be looked at again, the soonest first; or as a calendar. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { options, json, paint } = input;
  const withinDays = daysOf(textOption(options, "within") ?? USUAL_DAYS);
  if (options.ics === true && json) throw new UsageError("--ics and --json print two different things");
  const core = await input.core();
  const due = await dueCredentials(core, { actor: await input.actor(), withinDays });
  const now = core.clock.now();
  if (options.ics === true) {
    const lines = calendarLines(due.map(eventOf), { name: "Credentials that are due", now });
    return { data: due, lines: lines.map((line) => `${line}\r`) };
  }
  const told = due.map((one) => ({ ...one, overdue: one.dueAt <= now }));
  if (told.length === 0) return { data: [], lines: [`Nothing is due within ${withinDays} days.`] };
  return {
    data: told,
    lines: told.flatMap(({ credentialId, provider, profession, jurisdiction, dueAt, why, overdue }) => {
      const line = `${dayFrom(dueAt, now)}  ${provider}, ${profession} (${jurisdiction}): ${WHAT[why]}`;
      return [overdue ? paint.bad(`OVERDUE ${line}`) : line, `  curbside credential check ${credentialId}`];
    }),
  };
}
