import { NOTHING_LEFT } from "#core/experiences/end-sharing.ts";
import { EXPERIENCE } from "#core/experiences/experience.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import type { Counts, Erasing } from "./erasing.ts";

/** What they told of treatments and coping, also where moderators hid it, and their word in what is counted. */
export async function eraseExperiences({ tx, core, communityId, memberId, now }: Erasing): Promise<Counts> {
  const own = await tx.experience.findMany({ where: { authorId: memberId }, select: { id: true } });
  const ids = own.map(({ id }) => id);
  await tx.experience.updateMany({
    where: { id: { in: ids } },
    data: {
      ...NOTHING_LEFT,
      status: "removed",
      pendingOriginalSealed: null,
      pendingSealed: null,
      endedAt: now,
    },
  });
  await tx.experienceUse.updateMany({
    where: { experienceId: { in: ids }, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  await tx.experienceVersion.deleteMany({ where: { experienceId: { in: ids } } });
  await tx.experienceLabel.deleteMany({ where: { experienceId: { in: ids } } });
  for (const subjectId of ids) await unindexEntry(tx, core, { communityId, kind: EXPERIENCE, subjectId });
  await tx.countedVoice.deleteMany({ where: { memberId } });
  await tx.memberAmber.deleteMany({ where: { memberId } });
  return ids.length === 0 ? {} : { experiences: ids.length };
}
