import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { writeNote } from "#core/moderation/cases/case-notes.ts";
import { credentialHere } from "../decision/credential-here.ts";
import { checkedReason } from "../decision/end-credential.ts";
import { tellHolder } from "../tell.ts";

/** agree: there is something to look into, and its card says "under review". dismiss and settle close the case. */
export type CaseDecision = "agree" | "dismiss" | "settle";

const STEPS = {
  agree: { from: ["open"], to: "agreed", tell: "under-review" },
  dismiss: { from: ["open"], to: "dismissed", tell: "question-settled" },
  settle: { from: ["agreed"], to: "settled", tell: "question-settled" },
} as const satisfies Record<CaseDecision, object>;

/**
 * A moderator's decision on a question about a credential; nobody decides on one that they asked, or on their own. Ending the
 * credential is another act (suspend, revoke), and closes no case. Refuses not_found, second_person, case_status.
 */
export async function decideCase(
  core: Core,
  {
    actor,
    credentialId,
    decision,
    reason,
  }: { actor: Actor; credentialId: string; decision: CaseDecision; reason: string },
): Promise<{ state: string }> {
  const checked = checkedReason(reason);
  const { from, to, tell } = STEPS[decision];
  await core.tx(async (tx, now) => {
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId: ownerId } = credential;
    authorise(actor, "case.decide", { communityId, ownerId });
    const open = await tx.case.findUnique({ where: { openKey: `credential:${credentialId}` } });
    if (open === null) throw refuse("not_found", { what: "case" });
    const asked = await tx.caseNote.count({
      where: { caseId: open.id, authorId: actor.memberId, kind: "question" },
    });
    if (asked > 0) throw refuse("second_person", { why: "asker" });
    const { count } = await tx.case.updateMany({
      where: { id: open.id, state: { in: [...from] } },
      data: {
        state: to,
        decidedAt: now,
        decidedById: actor.memberId,
        ...(decision === "agree" ? {} : { openKey: null }),
      },
    });
    if (count === 0) throw refuse("case_status", { is: open.state });
    await writeNote(tx, core, {
      communityId,
      caseId: open.id,
      authorId: actor.memberId,
      kind: "decision",
      text: checked,
      now,
    });
    await tx.credential.update({
      where: { id: credentialId },
      data: { underReviewAt: decision === "agree" ? now : null },
    });
    // Where it ended meanwhile, nothing is as it was.
    const about = tell === "question-settled" && credential.status !== "verified" ? "question-closed" : tell;
    await tellHolder(tx, core, credential, about, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: `case.${to}`,
      subject: open.id,
      detail: { credentialId },
    });
  });
  core.wake();
  return { state: to };
}
