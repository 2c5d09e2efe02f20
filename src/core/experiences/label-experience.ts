import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { enqueueNext } from "#core/deliveries/enqueue.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { amberOf } from "./ambers.ts";
import { FOUND } from "./experience.ts";
import { labelSubject } from "./label-card.ts";

export interface LabelExperience {
  readonly actor: Actor;
  readonly number: number;
  readonly label: string;
  readonly on: boolean;
}

/** What a moderator may read: shared things of their community, and never their own. Refuses not_found, not_allowed. */
async function labelled(tx: Tx, { actor, number }: LabelExperience) {
  const { communityId } = actor;
  const row = await tx.experience.findUnique({ where: { communityId_number: { communityId, number } } });
  if (row === null || !FOUND.some((status) => status === row.status))
    throw refuse("not_found", { what: "experience" });
  authorise(actor, "experience.label", { communityId, ownerId: row.authorId });
  return row;
}

/** Privately, wherever they are; each time anew. */
async function tellAuthor(
  tx: Tx,
  core: Core,
  { id, communityId, authorId }: { id: string; communityId: string; authorId: string },
  { label, at }: { label: string; at: Date },
): Promise<void> {
  const account = await tx.account.findFirst({
    where: { memberId: authorId },
    orderBy: { createdAt: "asc" },
  });
  if (account === null) return;
  await enqueueNext(tx, core, {
    communityId,
    conversation: `experience:${id}`,
    op: "post",
    kind: "experience-label",
    subjectId: labelSubject(id, label),
    platform: account.platform,
    target: { kind: "member", id: authorId },
    at,
  });
}

/**
 * A moderator puts a label before somebody's experience, or takes away one that a moderator put there; its author is told of
 * each that is put. What its author put there stays theirs. Refuses not_found, not_allowed, invalid_input.
 */
export async function labelExperience(
  core: Core,
  input: LabelExperience,
): Promise<{ experienceId: string; changed: boolean }> {
  const { actor, on } = input;
  authorise(actor, "experience.label");
  const label = amberOf(input.label);
  if (label === undefined) throw refuse("invalid_input", { field: "label", rule: "is one of the list" });
  const done = await core.tx(async (tx, now) => {
    const row = await labelled(tx, input);
    const { id: experienceId } = row;
    const stands = await tx.experienceLabel.findUnique({
      where: { experienceId_label: { experienceId, label } },
    });
    if (on === (stands !== null)) return { experienceId, changed: false };
    if (stands?.addedBy === "author")
      throw refuse("invalid_input", { field: "label", rule: "was put there by its author, so it stays" });
    if (on) {
      await tx.experienceLabel.create({ data: { experienceId, label, addedBy: "moderator", addedAt: now } });
      await tellAuthor(tx, core, row, { label, at: now });
    } else await tx.experienceLabel.deleteMany({ where: { experienceId, label, addedBy: "moderator" } });
    await tx.experience.update({ where: { id: experienceId }, data: { edition: { increment: 1 } } });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: on ? "experience.label-added" : "experience.label-taken",
      subject: experienceId,
      detail: { label },
    });
    return { experienceId, changed: true };
  });
  core.wake();
  return done;
}
