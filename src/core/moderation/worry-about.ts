import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";
import { crossingOf, preview } from "#core/screening/preview.ts";
import { screen } from "#core/screening/screen.ts";
import { adviceMessage } from "#core/screening/worry-message.ts";
import { ALERT_LEVELS } from "./crisis-card.ts";
import { type PersonMeant, personBy, sealPerson } from "./person-meant.ts";
import { type About, recentAlerts, standingAmong } from "./standing-alert.ts";
import { postAlert, refreshAlert, tellMember } from "./tell.ts";

const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 5;
export const WHY_LIMIT = 300;

export interface WorryAbout {
  readonly actor: Actor;
  /** By the account that was seen; who that is here, if anybody, is told to nobody. */
  readonly person: PersonMeant;
  readonly why: string;
}

/** What the one who is worried wrote, without names and without the detail of a method: it is about somebody else. */
function scrubbed(core: Core, why: string, advice: string): string {
  const clean = cleanText(why).trim();
  const details = { field: "reason", limit: WHY_LIMIT, length: clean.length };
  if (clean.length > WHY_LIMIT) throw new DomainError("too_long", details, { text: advice });
  const screening = screen(clean, { policies: core.policies(), crisisLines: core.crisisLines() });
  return crossingOf(preview(clean, screening));
}

/** A new alert; the member it is about is written to once in a day, however many are worried. */
async function raiseWorry(
  tx: Tx,
  core: Core,
  { input, communityId, person, now }: About & { input: WorryAbout },
): Promise<string> {
  const id = core.newId();
  const at = { alertId: id, communityId };
  const since = new Date(now.getTime() - DAY_MS);
  const wasWritten =
    "memberId" in person &&
    (await tx.crisisAlert.count({ where: { ...person, level: "worry", raisedAt: { gt: since } } })) > 0;
  await tx.crisisAlert.create({
    data: {
      id,
      communityId,
      ...person,
      level: "worry",
      raisedAt: now,
      ...("memberId" in person ? {} : { personSealed: await sealPerson(tx, core, at, input.person) }),
    },
  });
  const memberId = "memberId" in person ? person.memberId : null;
  await postAlert(tx, core, { id, communityId, memberId }, { at: now });
  if ("memberId" in person && !wasWritten)
    await tellMember(tx, core, { communityId, ...person, about: "worry", subject: id, at: now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: input.actor.memberId,
    verb: "alert.raised",
    subject: id,
    detail: { level: "worry" },
  });
  return id;
}

/** One for each who is worried and each alert, however often they say it; false when it was kept before. */
async function keepWorry(
  tx: Tx,
  core: Core,
  { alertId, actor, why, now }: { alertId: string; actor: Actor; why: string; now: Date },
): Promise<boolean> {
  const { communityId, memberId: byId } = actor;
  const id = core.newId();
  const place = { table: "Worry", column: "whySealed", row: id };
  const whySealed = why === "" ? null : await core.vault.seal(tx, { communityId }, place, why);
  const worry = await tx.worry.upsert({
    where: { alertId_byId: { alertId, byId } },
    create: { id, communityId, alertId, byId, whySealed, createdAt: now },
    update: {},
  });
  if (worry.id !== id) return false;
  await tellMember(tx, core, { communityId, memberId: byId, about: "advice", subject: id, at: now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: byId,
    verb: "worry.told",
    subject: alertId,
  });
  return true;
}

/**
 * "I'm worried about this person", by a member who saw an account. The team is told at once, and who is worried gets advice
 * that stays; both are the same whether the account is a member's or not, so that nobody finds out who is one.
 *
 * A member about whom somebody is worried gets a gentle message with the lines for their country: asking about suicide does
 * not bring it about, and to be thought of helps. It names nobody and is sent at most once in 24 hours, so that it is no
 * way to press somebody. An alert that waits already takes the further worry instead of a second one beside it. What was
 * written is sealed and read by whoever takes the alert, and by nobody where somebody has just taken it.
 */
export async function worryAbout(core: Core, input: WorryAbout): Promise<{ text: string }> {
  const { actor } = input;
  const { communityId, memberId } = actor;
  authorise(actor, "crisis.worry");
  const reader = await core.db.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { community: true },
  });
  const lines = crisisLinesFor(core.crisisLines(), reader.country ?? reader.community.country);
  const text = adviceMessage({ pseudonym: reader.pseudonym, lines, team: reader.community.name, told: true });
  const why = scrubbed(core, input.why, text);
  await core.tx(async (tx, now) => {
    // One at a time in a community: two who are worried at once make one alert.
    await tx.$executeRaw`UPDATE "Community" SET "bridge" = "bridge" WHERE "id" = ${communityId}`;
    const recent = await tx.worry.findMany({
      where: { byId: memberId, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
      orderBy: { createdAt: "asc" },
    });
    refuseTooMany(recent, { most: MOST_A_DAY, withinMs: DAY_MS, help: { text } });
    const person = await personBy(tx, core, { communityId, person: input.person });
    if ("memberId" in person && person.memberId === memberId)
      throw refuse("invalid_input", { field: "person", rule: "must be somebody else" });
    const about = { communityId, person, now };
    const known = standingAmong(await recentAlerts(tx, { ...about, levels: ALERT_LEVELS }), now);
    const alertId = known?.id ?? (await raiseWorry(tx, core, { ...about, input }));
    const isTaken = known !== undefined && known.takenById !== null;
    const isNew = await keepWorry(tx, core, { alertId, actor, why: isTaken ? "" : why, now });
    if (known !== undefined && isNew) await refreshAlert(tx, core, known, now);
  });
  core.wake();
  return { text };
}
