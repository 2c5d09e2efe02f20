import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { writeNote } from "#core/moderation/cases/case-notes.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { screen } from "#core/screening/screen.ts";
import { credentialHere } from "../decision/credential-here.ts";
import { checkedReason } from "../decision/end-credential.ts";
import { alertModerators, tellHolder } from "../tell.ts";

const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 3;

/** The open case about a credential, or a new one: a subject has one at a time. */
async function caseFor(
  tx: Tx,
  core: Core,
  { credentialId, communityId, now }: { credentialId: string; communityId: string; now: Date },
): Promise<{ caseId: string; opened: boolean }> {
  const openKey = `credential:${credentialId}`;
  const known = await tx.case.findUnique({ where: { openKey } });
  if (known !== null) return { caseId: known.id, opened: false };
  const caseId = core.newId();
  await tx.case.create({
    data: {
      id: caseId,
      communityId,
      subjectKind: "credential",
      subjectId: credentialId,
      state: "open",
      openKey,
      openedAt: now,
    },
  });
  return { caseId, opened: true };
}

/**
 * "Question this credential", by any member. It becomes a case, and the holder is told without the name of who asked. Nothing
 * changes for anybody before a moderator agreed that there is something to look into. Refuses too_many, and not_allowed for
 * one's own.
 */
export async function questionCredential(
  core: Core,
  { actor, credentialId, reason }: { actor: Actor; credentialId: string; reason: string },
): Promise<{ caseId: string }> {
  const { scrubbed } = screen(checkedReason(reason), {
    policies: core.policies(),
    crisisLines: core.crisisLines(),
  });
  const { communityId, memberId } = actor;
  const made = await core.tx(async (tx, now) => {
    const credential = await credentialHere(tx, actor, credentialId);
    authorise(actor, "credential.question", { communityId, ownerId: credential.memberId });
    const since = new Date(now.getTime() - DAY_MS);
    const recent = await tx.caseNote.findMany({
      where: { authorId: memberId, kind: "question", createdAt: { gt: since } },
      orderBy: { createdAt: "asc" },
    });
    refuseTooMany(recent, { most: MOST_A_DAY, withinMs: DAY_MS });
    const { caseId, opened } = await caseFor(tx, core, { credentialId, communityId, now });
    await writeNote(tx, core, {
      communityId,
      caseId,
      authorId: memberId,
      kind: "question",
      text: scrubbed,
      now,
    });
    await alertModerators(tx, core, credential, "questioned", now);
    if (opened) await tellHolder(tx, core, credential, "questioned", now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "credential.questioned",
      subject: credentialId,
      detail: { caseId },
    });
    return { caseId };
  });
  core.wake();
  return made;
}
