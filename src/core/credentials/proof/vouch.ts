import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { requireStanding } from "../standing.ts";
import { tellHolder } from "../tell.ts";
import { countedProofs } from "./counted-proofs.ts";
import { provedBy } from "./proof.ts";
import { requireProvable } from "./start-proof.ts";

const YEAR_MS = 365 * 24 * 3_600_000;
/** One person's word carries so many colleagues a year, or it would be a door. */
const MOST_A_YEAR = 5;

/**
 * "I know this person, and they are who they say": the word of a verified colleague; two are needed. Whoever vouched is named
 * in the record. Refuses no_standing, already_vouched, too_many, credential_status, and not_allowed for oneself.
 */
export async function vouch(
  core: Core,
  { actor, credentialId }: { actor: Actor; credentialId: string },
): Promise<{ enough: boolean }> {
  const result = await core.tx(async (tx, now) => {
    const credential = await tx.credential.findUnique({ where: { id: credentialId } });
    if (credential === null || credential.communityId !== actor.communityId)
      throw refuse("not_found", { what: "credential" });
    const { communityId, memberId } = credential;
    authorise(actor, "credential.vouch", { communityId, ownerId: memberId });
    await requireStanding(tx, actor, now);
    requireProvable(credential);
    const since = new Date(now.getTime() - YEAR_MS);
    const own = await tx.controlProof.findMany({
      where: { kind: "vouch", byId: actor.memberId, createdAt: { gt: since } },
      orderBy: { createdAt: "asc" },
    });
    const vouchKey = `${credentialId}:${actor.memberId}`;
    // A word of more than a year ago counts no more, and may be given again.
    await tx.controlProof.updateMany({
      where: { vouchKey, doneAt: { lte: since } },
      data: { state: "over", vouchKey: null },
    });
    if ((await tx.controlProof.count({ where: { vouchKey } })) > 0) throw refuse("already_vouched", {});
    refuseTooMany(own, { most: MOST_A_YEAR, withinMs: YEAR_MS });
    await tx.controlProof.create({
      data: {
        id: core.newId(),
        communityId,
        credentialId,
        kind: "vouch",
        state: "done",
        byId: actor.memberId,
        vouchKey,
        createdAt: now,
        expiresAt: now,
        doneAt: now,
      },
    });
    const enough = provedBy(await countedProofs(tx, credentialId, now)).includes("vouch");
    if (enough) await tellHolder(tx, core, credential, "proved", now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "credential.vouched",
      subject: credentialId,
    });
    return { enough };
  });
  core.wake();
  return result;
}
