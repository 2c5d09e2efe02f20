import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { inLanguage } from "#core/language/language.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { exportFiles } from "./export-files.ts";
import { exportMember } from "./export-member.ts";

const HOUR_MS = 3_600_000;
/** The second is for files that never arrived: they are kept nowhere. */
const MOST_AN_HOUR = 2;

const SAVED = "export.own-saved";

async function requireNotOften(tx: Tx, memberId: string, now: Date): Promise<void> {
  const since = BigInt(now.getTime() - HOUR_MS);
  const recent = await tx.auditEntry.findMany({
    where: { actor: memberId, subject: memberId, verb: SAVED, atMs: { gt: since } },
    orderBy: { seq: "asc" },
  });
  const at = recent.map(({ atMs }) => ({ createdAt: new Date(Number(atMs)) }));
  refuseTooMany(at, { most: MOST_AN_HOUR, withinMs: HOUR_MS });
}

/**
 * All that is kept about the one who asks, the same as two people of the team would get; there is no way to name somebody else. It
 * is written down, and twice an hour is enough. `mostBytes` is what a file may have where it goes. Refuses too_many and, with
 * nothing written down, export_too_big.
 */
export async function exportOwn(
  core: Core,
  { actor, mostBytes }: { actor: Actor; mostBytes: number },
): Promise<ReturnType<typeof exportFiles>> {
  authorise(actor, "export.save-own");
  const { communityId, memberId } = actor;
  return core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    await requireNotOften(tx, memberId, now);
    // The same files that two people of the team would save, in one language.
    const files = await inLanguage("en", async () =>
      exportFiles(await exportMember(tx, core, { memberId, now })),
    );
    if (Object.values(files).some((text) => Buffer.byteLength(text) > mostBytes))
      throw refuse("export_too_big", {});
    await record(tx, { at: now.getTime(), communityId, actor: memberId, verb: SAVED, subject: memberId });
    return files;
  });
}
