import type { Core } from "#core/core.ts";
import { endCredential } from "../decision/end-credential.ts";
import { alertModerators, tellHolder } from "../tell.ts";
import { overdueSince } from "./next-due.ts";
import { recheck } from "./recheck.ts";

/** What one turn of the timers may take: others wait for it. */
const AT_ONCE = 25;
const DAY_MS = 24 * 3_600_000;
/** The provider and the moderators hear so long before it ends. */
const WARN_MS = 30 * DAY_MS;

/** What the sweeps saw: the files that all were asked about, how far a new sweep came, and the last day of warnings. */
const SEEN = { files: "credentials.files", place: "credentials.sweep", day: "credentials.warned" } as const;

async function seen(core: Core, name: string): Promise<string | undefined> {
  return (await core.db.meta.findUnique({ where: { name } }))?.value;
}

async function remember(core: Core, name: string, value: string): Promise<void> {
  await core.tx((tx) => tx.meta.upsert({ where: { name }, create: { name, value }, update: { value } }));
}

/** After which credential a sweep over these files goes on; "" for one that begins. */
async function placeOf(core: Core, files: string): Promise<string> {
  const [of = "", after = ""] = ((await seen(core, SEEN.place)) ?? "").split("|");
  return of === files ? after : "";
}

/** One that fails holds nobody else up; the next sweep tries again. Gives whether it went well. */
async function wentWell(core: Core, step: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    core.log.error(`credential.${step}_failed`, { what: error instanceof Error ? error.name : "unknown" });
    return false;
  }
}

/**
 * Every credential that stands is asked about anew when a registry is another file than before; some at each turn, and on
 * from there after a stop. One that fails is left for a person, and holds nobody else up.
 */
async function recheckOnNewFiles(core: Core): Promise<number> {
  const files = core
    .registries()
    .sources()
    .map(({ sha256 }) => sha256)
    .join(" ");
  if (files === "" || files === (await seen(core, SEEN.files))) return 0;
  const some = await core.db.credential.findMany({
    where: { status: "verified", id: { gt: await placeOf(core, files) } },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  for (const credential of some)
    if (!(await wentWell(core, "recheck", () => recheck(core, credential.id))))
      await core.tx((tx, now) => alertModerators(tx, core, credential, "due", now));
  if (some.length < AT_ONCE) await remember(core, SEEN.files, files);
  else await remember(core, SEEN.place, `${files}|${some.at(-1)?.id ?? ""}`);
  return some.length;
}

/** Ends what ran out, and what nobody looked at again in time. */
async function endWhatIsOver(core: Core): Promise<void> {
  const now = core.clock.now();
  // From before there were due days: a person looks within the month of grace.
  await core.db.credential.updateMany({
    where: { status: "verified", nextDueAt: null },
    data: { nextDueAt: now },
  });
  const isOver = {
    status: "verified",
    OR: [{ expiresAt: { lte: now } }, { nextDueAt: { lte: overdueSince(now) } }],
  };
  const over = await core.db.credential.findMany({ where: isOver, take: AT_ONCE });
  for (const { id: credentialId } of over)
    await wentWell(core, "expire", () =>
      core.tx(async (tx, at) => {
        // Somebody may have renewed it since.
        const still = await tx.credential.findFirst({ where: { id: credentialId, ...isOver } });
        if (still === null) return;
        const ranOut = still.expiresAt !== null && still.expiresAt <= now;
        const reason = ranOut
          ? "The licence ran out on the day that the register gave."
          : "It was not checked again in time.";
        const end = {
          credentialId,
          event: "expire",
          reason,
          by: null,
          because: "calendar",
          now: at,
        } as const;
        await endCredential(tx, core, end);
      }),
    );
  if (over.length > 0) core.wake();
}

/** Once a day: who is about to lose their standing hears of it while there is time. */
async function warn(core: Core): Promise<void> {
  const now = core.clock.now();
  const day = now.toISOString().slice(0, 10);
  if (day === (await seen(core, SEEN.day))) return;
  const until = new Date(now.getTime() + WARN_MS);
  const ending = await core.db.credential.findMany({
    where: { status: "verified", expiresAt: { gt: now, lte: until } },
  });
  const due = await core.db.credential.findMany({ where: { status: "verified", nextDueAt: { lte: now } } });
  const warned = [
    ...ending.map((credential) => ({ credential, about: "due-soon" as const, end: credential.expiresAt })),
    ...due.map((credential) => ({ credential, about: "due" as const, end: credential.nextDueAt })),
  ];
  for (const { credential, about, end } of warned)
    await wentWell(core, "warn", () =>
      core.tx(async (tx) => {
        // The day of the end names the card: told once for each end.
        await tellHolder(tx, core, credential, about, now, end ?? now);
        await alertModerators(tx, core, credential, "due", now, end ?? now);
      }),
    );
  await remember(core, SEEN.day, day);
  if (warned.length > 0) core.wake();
}

/**
 * What time and new files bring about for credentials, as the daemon's timers do it now and then. New files first: what they
 * renew does not end. Gives how many were asked about anew.
 */
export async function sweepCredentials(core: Core): Promise<number> {
  const rechecked = await recheckOnNewFiles(core);
  await endWhatIsOver(core);
  await warn(core);
  return rechecked;
}
