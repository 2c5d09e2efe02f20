import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { writeNote } from "#core/moderation/cases/case-notes.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { credentialHere } from "../decision/credential-here.ts";
import { checkedReason } from "../decision/end-credential.ts";
import { alertModerators } from "../tell.ts";

const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 5;

/**
 * What the holder says to a question about their credential, for the moderators only. Refuses not_found without an open case,
 * too_many and never_kept.
 */
export async function replyToCase(
  core: Core,
  { actor, credentialId, text }: { actor: Actor; credentialId: string; text: string },
): Promise<void> {
  const checked = checkedReason(text);
  await core.tx(async (tx, now) => {
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId } = credential;
    authorise(actor, "case.reply", { communityId, ownerId: memberId });
    const open = await tx.case.findUnique({ where: { openKey: `credential:${credentialId}` } });
    if (open === null) throw refuse("not_found", { what: "case" });
    const since = new Date(now.getTime() - DAY_MS);
    const recent = await tx.caseNote.findMany({
      where: { authorId: memberId, kind: "reply", createdAt: { gt: since } },
      orderBy: { createdAt: "asc" },
    });
    refuseTooMany(recent, { most: MOST_A_DAY, withinMs: DAY_MS });
    await writeNote(tx, core, {
      communityId,
      caseId: open.id,
      authorId: memberId,
      kind: "reply",
      text: checked,
      now,
    });
    await alertModerators(tx, core, credential, "replied", now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "case.replied",
      subject: open.id,
    });
  });
  core.wake();
}
