import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { agreedEntry } from "./agreed-entry.ts";
import { entryRefusal } from "./entry-refusal.ts";
import { sealEntry } from "./entry-text.ts";
import { followShelf } from "./follow-shelf.ts";
import { monthsAfter, type ReviewMonths, statesAllowing } from "./library-entry.ts";
import { publishEntry } from "./publish-entry.ts";
import { tellOfEntry } from "./tell.ts";

/**
 * "Fit to keep": from now on members find it, until the day on which somebody has to look again. What was the patient's own
 * text is sealed as the community's. Refuses what agreedEntry refuses.
 */
export async function passEntry(
  core: Core,
  { actor, entryId, months }: { actor: Actor; entryId: string; months: ReviewMonths },
): Promise<void> {
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    const { entry, text, profession } = await agreedEntry(tx, core, { actor, entryId, now });
    const { count } = await tx.libraryEntry.updateMany({
      where: { id: entryId, state: { in: statesAllowing("pass") } },
      data: {
        state: "kept",
        textSealed: await sealEntry(tx, core, { ...entry, state: "kept" }, text),
        waitsUntil: null,
        reviewerId: memberId,
        reviewerRole: profession,
        reviewedAt: now,
        reviewBy: monthsAfter(now, months),
      },
    });
    if (count === 0) throw await entryRefusal(tx, entryId);
    await publishEntry(tx, core, { ...entry, text });
    await followShelf(tx, core, entryId, now);
    await tellOfEntry(tx, core, entry, { op: "edit", at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "library.kept",
      subject: entryId,
      detail: { months },
    });
  });
  core.wake();
}
