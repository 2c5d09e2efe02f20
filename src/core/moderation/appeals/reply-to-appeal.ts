import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Help, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { typedCodeKey } from "#core/members/token.ts";
import { checkedText } from "#core/questions/message-text.ts";
import { screen } from "#core/screening/screen.ts";
import { requireNotReporter } from "../cases/case-here.ts";
import { writeNote } from "../cases/case-notes.ts";
import { hearDanger } from "../hear-danger.ts";
import { APPEAL_LIMIT } from "./appeal.ts";
import { appealHere } from "./appeal-here.ts";
import { tellAppellant, tellReviewers } from "./tell.ts";

type Appellant = { readonly code: string } | { readonly actor: Actor; readonly decisionId: string };

async function openAppealOf(tx: Tx, core: Core, input: Appellant) {
  const where =
    "code" in input
      ? { decision: { appealKey: typedCodeKey(core, input.code) } }
      : { decisionId: input.decisionId, subjectId: input.actor.memberId };
  const appeal = await tx.appeal.findFirst({ where, include: { decision: true } });
  if (appeal === null) throw refuse("not_found", { what: "appeal" });
  if (appeal.state !== "open") throw refuse("appeal_closed", { why: "decided" });
  return appeal;
}

/** Whether the decision that a code belongs to is being looked at again already: more with the same code is a reply. */
export async function isUnderAppeal(core: Core, code: string): Promise<boolean> {
  const open = { state: "open", decision: { appealKey: typedCodeKey(core, code) } };
  return (await core.db.appeal.count({ where: open })) > 0;
}

/**
 * Whoever appealed says more, or answers the reviewer. Gives the words to show at once where theirs sound as if they were in
 * danger. Refuses not_found, appeal_closed, empty, too_long.
 */
export async function replyToAppeal(
  core: Core,
  input: Appellant & { readonly text: string },
): Promise<{ readonly help: Help | undefined }> {
  if ("actor" in input) authorise(input.actor, "appeal.file");
  const text = checkedText(input.text, "reply", APPEAL_LIMIT);
  const { scrubbed } = screen(text, { policies: core.policies(), crisisLines: core.crisisLines() });
  const who = await core.tx(async (tx, now) => {
    const { id, communityId, subjectId, decision } = await openAppealOf(tx, core, input);
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
    return subjectId === null ? undefined : { communityId, memberId: subjectId };
  });
  core.wake();
  const alert = who === undefined ? undefined : await hearDanger(core, { actor: who, text: input.text });
  return { help: alert };
}

/** The reviewer asks whoever appealed, before they decide. Refuses not_found, second_person, appeal_closed, empty, too_long. */
export async function askAppellant(
  core: Core,
  { actor, named, text: typed }: { actor: Actor; named: string; text: string },
): Promise<void> {
  const text = checkedText(typed, "question", APPEAL_LIMIT);
  await core.tx(async (tx, now) => {
    const appeal = await appealHere(tx, { actor, named, verb: "appeal.decide" });
    const { communityId, subjectId: memberId, decision } = appeal;
    await requireNotReporter(tx, { caseId: decision.caseId, memberId: actor.memberId });
    const note = { caseId: decision.caseId, authorId: actor.memberId, kind: "appeal-question" } as const;
    const noteId = await writeNote(tx, core, { communityId, ...note, text, now });
    if (memberId !== null) await tellAppellant(tx, core, { communityId, memberId, noteId }, now);
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
