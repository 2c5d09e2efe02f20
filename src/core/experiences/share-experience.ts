import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { reportShared } from "#core/moderation/automatic/report-shared.ts";
import { columnsOf, missingOf } from "./choices.ts";
import { type ExperienceEvent, next, statusOf } from "./experience.ts";
import { keepVersion, openPending, openShared, type Pending, sealExperience } from "./experience-text.ts";
import { followSearch } from "./follow-search.ts";
import { requireOwn } from "./own-experience.ts";
import { setUse } from "./set-use.ts";
import { treatmentKey } from "./treatment-key.ts";
import { type Use, usesIn } from "./uses.ts";

export interface ShareExperience {
  readonly actor: Actor;
  readonly experienceId: string;
  /** The one that was on the card which was pressed. */
  readonly edition: number;
}

type Row = Awaited<ReturnType<typeof requireOwn>>;

/** Only what was agreed to, and all of what is needed. */
async function requireReady(tx: Tx, row: Row, { choices, uses }: Pending): Promise<void> {
  const missing = missingOf(choices);
  if (missing.length > 0) throw refuse("choices_missing", { missing });
  const { authorId: memberId } = row;
  const joined = await tx.consent.count({ where: { memberId, purpose: "joining", withdrawnAt: null } });
  if (joined === 0) throw refuse("no_consent", { purpose: "joining" });
  if (!{ ...usesIn(row.uses), ...uses }.community) throw refuse("no_consent", { purpose: "community" });
}

/** Only choices changed: the text stands as it is, with what moderators removed from it, and so do its version and its status. */
async function publishChoices(tx: Tx, { id, edition, status }: Row, { choices }: Pending, now: Date) {
  const { count } = await tx.experience.updateMany({
    where: { id, edition, status },
    data: { ...columnsOf(choices), pendingSealed: null, editedAt: now },
  });
  if (count === 0) throw refuse("stale_card", {});
}

/** What waited becomes what others read; what stood before is kept as a version. */
async function publish(tx: Tx, core: Core, row: Row, pending: Pending, now: Date): Promise<void> {
  const { id, communityId, version, edition, pendingOriginalSealed } = row;
  const { text, choices } = pending;
  const before = await openShared(tx, core, row);
  if (before !== undefined && pendingOriginalSealed === null) return publishChoices(tx, row, pending, now);
  if (before !== undefined) await keepVersion(tx, core, row, before, row.editedAt ?? row.sharedAt ?? now);
  // A blob opens only in its own column, so the original is sealed anew.
  const original =
    pendingOriginalSealed === null ? undefined : await reseal(tx, core, row, pendingOriginalSealed);
  const { count } = await tx.experience.updateMany({
    where: { id, edition, status: row.status },
    data: {
      ...columnsOf(choices),
      status: "shared",
      version: version + 1,
      treatmentKey: treatmentKey(core, communityId, text.about),
      crossingSealed: await sealExperience(tx, core, row, "crossingSealed", text),
      ...(original === undefined ? {} : { originalSealed: original }),
      pendingOriginalSealed: null,
      pendingSealed: null,
      ...(row.sharedAt === null ? { sharedAt: now } : { editedAt: now }),
    },
  });
  if (count === 0) throw refuse("stale_card", {});
}

async function reseal(tx: Tx, core: Core, row: Row, blob: Uint8Array) {
  const owner = { memberId: row.authorId };
  const place = (column: string) => ({ table: "Experience", column, row: row.id });
  const typed = await core.vault.open(tx, owner, place("pendingOriginalSealed"), blob);
  return core.vault.seal(tx, owner, place("originalSealed"), typed);
}

/**
 * The author pressed Share on the card that they saw: from now on others find it, where its author agreed to that. Refuses
 * not_found, choices_missing, no_consent, experience_status, and stale_card when it changed since.
 */
export async function shareExperience(
  core: Core,
  { actor, experienceId, edition }: ShareExperience,
): Promise<{ number: number }> {
  const { communityId, memberId } = actor;
  authorise(actor, "experience.share");
  const shared = await core.tx(async (tx, now) => {
    const row = await requireOwn(tx, { actor, experienceId });
    const is = statusOf(row.status);
    const event: ExperienceEvent = is === "draft" ? "share" : "edit";
    if (next(is, event) === undefined) throw refuse("experience_status", { is, wanted: event });
    const pending = await openPending(tx, core, row);
    if (pending === undefined || row.edition !== edition) throw refuse("stale_card", {});
    await requireReady(tx, row, pending);
    await publish(tx, core, row, pending, now);
    for (const [use, on] of Object.entries(pending.uses ?? {}))
      if (usesIn(row.uses)[use as Use] !== on)
        await setUse(tx, { actor, experienceId, use: use as Use, on, now });
    await followSearch(tx, core, experienceId);
    await reportShared(tx, core, { experienceId, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: event === "share" ? "experience.shared" : "experience.edited",
      subject: experienceId,
      detail: { version: (await tx.experience.findUniqueOrThrow({ where: { id: experienceId } })).version },
    });
    return { number: row.number };
  });
  core.wake();
  return shared;
}
