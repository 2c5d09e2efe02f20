import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Help, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { typedCodeKey } from "#core/members/token.ts";
import { checkedText } from "#core/questions/message-text.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { screen } from "#core/screening/screen.ts";
import { requireNotReporter } from "../cases/case-here.ts";
import { writeNote } from "../cases/case-notes.ts";
import { APPEAL_LIMIT } from "./appeal.ts";
import { appealHere } from "./appeal-here.ts";
import { appealableBy, meantOf } from "./appealable.ts";
import { hearAppellant, hearingRefused } from "./hear-refused.ts";
import type { FromAccount, Proof } from "./proof.ts";
import { tellAppellant, tellReviewers } from "./tell.ts";

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 20;

/** An account needs no code, so nothing else keeps a flood from whoever looks at it. */
async function requireNoFlood(tx: Tx, caseId: string, now: Date): Promise<void> {
  const recent = await tx.caseNote.findMany({
    where: { caseId, kind: "appeal-reply", createdAt: { gt: new Date(now.getTime() - HOUR_MS) } },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  refuseTooMany(recent, { most: MOST_AN_HOUR, withinMs: HOUR_MS });
}

/** The appeal of whoever writes from the account; whoever has several says which. */
async function appealFrom(
  tx: Tx,
  core: Core,
  { from, decisionId }: { from: FromAccount; decisionId?: string },
): Promise<string | undefined> {
  const open = (await appealableBy(tx, core, from)).filter(({ isUnderAppeal }) => isUnderAppeal);
  const meant = meantOf(open, decisionId);
  if (meant === "which") throw refuse("appeal_closed", { why: "which" });
  return meant?.decisionId;
}

async function openAppealOf(tx: Tx, core: Core, proof: Proof) {
  const where =
    "code" in proof
      ? { decision: { appealKey: typedCodeKey(core, proof.code) } }
      : "actor" in proof
        ? { decisionId: proof.decisionId, subjectId: proof.actor.memberId }
        : { decisionId: (await appealFrom(tx, core, proof)) ?? "" };
  const appeal = await tx.appeal.findFirst({ where, include: { decision: true } });
  if (appeal === null) throw refuse("not_found", { what: "appeal" });
  if (appeal.state !== "open") throw refuse("appeal_closed", { why: "decided" });
  return appeal;
}

/** Whether the decision that is meant is being looked at again already: more about it is a reply. */
export async function isUnderAppeal(core: Core, proof: Exclude<Proof, { actor: unknown }>): Promise<boolean> {
  if ("code" in proof) {
    const open = { state: "open", decision: { appealKey: typedCodeKey(core, proof.code) } };
    return (await core.db.appeal.count({ where: open })) > 0;
  }
  const meant = meantOf(await appealableBy(core.db, core, proof.from), proof.decisionId);
  return meant !== undefined && meant !== "which" && meant.isUnderAppeal;
}

async function reply(core: Core, input: Proof & { readonly text: string }): Promise<void> {
  if ("actor" in input) authorise(input.actor, "appeal.file");
  const text = checkedText(input.text, "reply", APPEAL_LIMIT);
  const { scrubbed } = screen(text, { policies: core.policies(), crisisLines: core.crisisLines() });
  await core.tx(async (tx, now) => {
    const { id, communityId, subjectId, decision } = await openAppealOf(tx, core, input);
    await requireNoFlood(tx, decision.caseId, now);
    const note = { caseId: decision.caseId, authorId: subjectId ?? "", kind: "appeal-reply" } as const;
    await writeNote(tx, core, { communityId, ...note, text: scrubbed, now });
    await tellReviewers(tx, core, { id, communityId }, now, "edit");
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: subjectId ?? "code",
      verb: "appeal.replied",
      subject: id,
    });
  });
}

/**
 * Whoever appealed says more, or answers the reviewer. Gives the words to show at once where theirs sound as if they were in
 * danger; what is refused is heard too. Refuses not_found, appeal_closed, too_many, empty, too_long.
 */
export async function replyToAppeal(
  core: Core,
  input: Proof & { readonly text: string },
): Promise<{ readonly help: Help | undefined }> {
  const said = { proof: input, text: input.text };
  await hearingRefused(core, said, () => reply(core, input));
  core.wake();
  return { help: await hearAppellant(core, said) };
}

/** The reviewer asks whoever appealed, before they decide; not somebody who is no member. Refuses not_for_this, not_found, second_person, appeal_closed, empty, too_long. */
export async function askAppellant(
  core: Core,
  { actor, named, text: typed }: { actor: Actor; named: string; text: string },
): Promise<void> {
  const text = checkedText(typed, "question", APPEAL_LIMIT);
  await core.tx(async (tx, now) => {
    const appeal = await appealHere(tx, { actor, named, verb: "appeal.decide" });
    const { communityId, subjectId: memberId, decision } = appeal;
    // Nobody could put the question to them.
    if (memberId === null) throw refuse("not_for_this", { action: "ask", possible: ["uphold", "overturn"] });
    await requireNotReporter(tx, { caseId: decision.caseId, memberId: actor.memberId });
    const note = { caseId: decision.caseId, authorId: actor.memberId, kind: "appeal-question" } as const;
    const noteId = await writeNote(tx, core, { communityId, ...note, text, now });
    await tellAppellant(tx, core, { communityId, memberId, noteId }, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "appeal.asked",
      subject: appeal.id,
    });
  });
  core.wake();
}
