import { authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Help, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { typedCodeKey } from "#core/members/token.ts";
import { checkedText } from "#core/questions/message-text.ts";
import { screen } from "#core/screening/screen.ts";
import { writeNote } from "../cases/case-notes.ts";
import { tellSubject } from "../decisions/tell.ts";
import { APPEAL_DUE_MS, APPEAL_LIMIT } from "./appeal.ts";
import { appealableBy, meantOf } from "./appealable.ts";
import { hearAppellant, hearingRefused } from "./hear-refused.ts";
import type { FromAccount, Proof } from "./proof.ts";
import { tellReviewers } from "./tell.ts";

export type FileAppeal = { readonly text: string } & Proof;

export interface FiledAppeal {
  readonly appealId: string;
  readonly dueAt: Date;
  /** The name of the community, for the words that answer. */
  readonly community: string;
  /** To show at once to somebody whose words sound as if they were in danger. */
  readonly help: Help | undefined;
}

/** The decision about the account that they write from; whoever has several says which. */
async function decisionFrom(
  tx: Tx,
  core: Core,
  { from, decisionId }: { from: FromAccount; decisionId?: string },
) {
  const meant = meantOf(await appealableBy(tx, core, from), decisionId);
  if (meant === undefined) throw refuse("appeal_closed", { why: "no-decision" });
  if (meant === "which") throw refuse("appeal_closed", { why: "which" });
  return tx.decision.findUniqueOrThrow({ where: { id: meant.decisionId }, include: { appeal: true } });
}

async function decisionFor(tx: Tx, core: Core, input: FileAppeal, now: Date) {
  if ("code" in input) {
    const appealKey = typedCodeKey(core, input.code);
    const found = await tx.decision.findUnique({ where: { appealKey }, include: { appeal: true } });
    if (found === null) throw refuse("appeal_closed", { why: "none" });
    return found;
  }
  if (!("actor" in input)) return decisionFrom(tx, core, input);
  const { actor, decisionId: id } = input;
  authorise(actor, "appeal.file");
  const found = await tx.decision.findUnique({ where: { id }, include: { appeal: true } });
  if (found === null || found.subjectMemberId !== actor.memberId || found.communityId !== actor.communityId)
    throw refuse("not_found", { what: "decision" });
  if (found.appealUntil === null || found.appealUntil <= now)
    throw refuse("appeal_closed", { why: "too-late" });
  return found;
}

async function file(core: Core, input: FileAppeal) {
  const text = checkedText(input.text, "appeal", APPEAL_LIMIT);
  const { scrubbed } = screen(text, { policies: core.policies(), crisisLines: core.crisisLines() });
  return core.tx(async (tx, now) => {
    const decision = await decisionFor(tx, core, input, now);
    const { id: decisionId, communityId, caseId, subjectMemberId, appealUntil } = decision;
    if (decision.appeal !== null) throw refuse("appeal_closed", { why: "decided" });
    if (appealUntil === null || appealUntil <= now) throw refuse("appeal_closed", { why: "too-late" });
    if (decision.state === "undone" || decision.state === "lapsed")
      throw refuse("decision_over", { state: decision.state });
    const appealId = core.newId();
    const dueAt = new Date(now.getTime() + APPEAL_DUE_MS);
    await tx.appeal.create({
      data: {
        id: appealId,
        communityId,
        decisionId,
        state: "open",
        filedAt: now,
        dueAt,
        againstId: decision.byId,
        subjectId: subjectMemberId,
      },
    });
    const authorId = subjectMemberId ?? "";
    await writeNote(tx, core, { communityId, caseId, authorId, kind: "appeal", text: scrubbed, now });
    // The code stays good for replies; the notice need not show it any more.
    await tx.decision.update({ where: { id: decisionId }, data: { appealSealed: null } });
    await tellSubject(tx, core, decision, now, "edit");
    await tellReviewers(tx, core, { id: appealId, communityId }, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: subjectMemberId ?? "code",
      verb: "appeal.filed",
      subject: appealId,
      detail: { decisionId },
    });
    const { name: community } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    return { appealId, dueAt, community };
  });
}

/**
 * Asks for another look at a decision, once. A different person decides, within 72 hours where they can. A code, or the account
 * that it is about, is enough also for somebody who was banned, for 20 days. What is refused is heard for danger too. Refuses
 * appeal_closed, not_found, empty, too_long.
 */
export async function fileAppeal(core: Core, input: FileAppeal): Promise<FiledAppeal> {
  const said = { proof: input, text: input.text };
  const filed = await hearingRefused(core, said, () => file(core, input));
  core.wake();
  return { ...filed, help: await hearAppellant(core, said) };
}
