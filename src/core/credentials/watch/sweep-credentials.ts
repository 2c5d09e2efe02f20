import type { Core } from "#core/core.ts";
import { endCredential } from "../decision/end-credential.ts";
import { alertModerators, tellHolder } from "../tell.ts";
import { overdueSince } from "./next-due.ts";
import { recheck } from "./recheck.ts";

const AT_ONCE = 50;
const DAY_MS = 24 * 3_600_000;
/** The provider and the moderators hear so long before it ends. */
const WARN_MS = 30 * DAY_MS;

/** What the last sweep saw. */
const SEEN = { registries: "credentials.registries", day: "credentials.warned" } as const;

async function seen(core: Core, name: string): Promise<string | undefined> {
  return (await core.db.meta.findUnique({ where: { name } }))?.value;
}

async function remember(core: Core, name: string, value: string): Promise<void> {
  await core.tx((tx) => tx.meta.upsert({ where: { name }, create: { name, value }, update: { value } }));
}

/** Every credential that stands is asked about anew when a registry is another file than at the last sweep. */
async function recheckOnNewFiles(core: Core): Promise<number> {
  const state = core
    .registries()
    .sources()
    .map(({ sha256 }) => sha256)
    .join(" ");
  if (state === "" || state === (await seen(core, SEEN.registries))) return 0;
  let done = 0;
  let after = "";
  for (;;) {
    const some = await core.db.credential.findMany({
      where: { status: "verified", id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    for (const { id } of some) await recheck(core, id);
    done += some.length;
    after = some.at(-1)?.id ?? "";
    if (some.length < AT_ONCE) break;
  }
  await remember(core, SEEN.registries, state);
  return done;
}

/** Ends what ran out, and what nobody looked at again in time. */
async function endWhatIsOver(core: Core): Promise<void> {
  const now = core.clock.now();
  const over = await core.db.credential.findMany({
    where: {
      status: "verified",
      OR: [{ expiresAt: { lte: now } }, { nextDueAt: { lte: overdueSince(now) } }],
    },
    take: AT_ONCE,
  });
  for (const { id: credentialId, expiresAt } of over) {
    const reason =
      expiresAt !== null && expiresAt <= now
        ? "The licence ran out on the day that the register gave."
        : "It was not checked again in time.";
    await core.tx((tx, at) =>
      endCredential(tx, core, { credentialId, event: "expire", reason, by: null, now: at }),
    );
  }
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
    await core.tx(async (tx) => {
      // The day of the end names the card: told once for each end.
      await tellHolder(tx, core, credential, about, now, end ?? now);
      await alertModerators(tx, core, credential, "due", now, end ?? now);
    });
  await remember(core, SEEN.day, day);
  if (warned.length > 0) core.wake();
}

/** What time and new files bring about for credentials. Run by the daemon; gives how many were asked about anew. */
export async function sweepCredentials(core: Core): Promise<number> {
  await endWhatIsOver(core);
  const rechecked = await recheckOnNewFiles(core);
  await warn(core);
  return rechecked;
}
