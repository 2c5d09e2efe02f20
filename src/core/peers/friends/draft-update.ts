import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, type Help, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { alertFor, checkedAndHeard, type Screened, screenFields, withHelp } from "#core/questions/draft.ts";
import { checkedText } from "#core/questions/message-text.ts";
import type { PreviewSegment } from "#core/screening/preview.ts";
import { friendsOf } from "./friends.ts";
import { sealUpdate } from "./update-text.ts";

export const UPDATE_LIMIT = 800;

/** What its writer sees before anything goes: exactly what their friends would read. */
export interface UpdateDraft {
  readonly updateId: string;
  readonly edition: number;
  readonly preview: readonly PreviewSegment[];
  readonly friends: number;
  readonly pseudonym: string;
  readonly fullyScreened: boolean;
  /** Help to show at once; it never blocks what was written. */
  readonly alert?: Help;
}

interface DraftUpdate {
  readonly actor: Actor;
  readonly text: string;
  /** The draft that it replaces. */
  readonly updateId?: string;
}

/** Keeps the text, sealed; gives which one it is now, or undefined where what it replaces is no draft of theirs. */
async function keep(
  tx: Tx,
  core: Core,
  { actor, updateId }: DraftUpdate,
  screened: Screened,
  now: Date,
): Promise<{ updateId: string; edition: number } | undefined> {
  const { memberId: authorId, communityId } = actor;
  const id = updateId ?? core.newId();
  const seal = (column: "originalSealed" | "crossingSealed", text: string) =>
    sealUpdate(tx, core, { updateId: id, authorId, column }, text);
  const sealed = {
    originalSealed: await seal("originalSealed", screened.original.question),
    crossingSealed: await seal("crossingSealed", screened.crossing.question),
  };
  if (updateId === undefined) {
    await tx.circleUpdate.create({
      data: { id, communityId, authorId, state: "draft", ...sealed, createdAt: now },
    });
    return { updateId: id, edition: 1 };
  }
  const [edited] = await tx.circleUpdate.updateManyAndReturn({
    where: { id, authorId, state: "draft" },
    data: { ...sealed, edition: { increment: 1 } },
  });
  return edited === undefined ? undefined : { updateId: id, edition: edited.edition };
}

/**
 * Keeps what a member would tell their friends, and gives what they would read. Nothing is sent but help: a text that shows danger
 * raises an alert at once, also where it is refused. Refuses no_friends, not_found, empty, too_long.
 */
export async function draftUpdate(core: Core, input: DraftUpdate): Promise<UpdateDraft> {
  const { actor, text } = input;
  authorise(actor, "update.write");
  const { memberId, communityId, pseudonym } = actor;
  const screened = await checkedAndHeard(core, { actor, typed: text }, () =>
    screenFields(core, { question: checkedText(text, "update", UPDATE_LIMIT), tried: "" }),
  );
  const draft = await core.tx(async (tx, now) => {
    const { alert } = await alertFor(tx, core, { actor, verdict: screened.verdict, now });
    const friends = (await friendsOf(tx, memberId)).length;
    // Nothing is kept, but somebody in danger is heard all the same: this commits, the refusal follows.
    if (friends === 0) return withHelp(refuse("no_friends", {}), alert);
    const kept = await keep(tx, core, input, screened, now);
    if (kept === undefined) return withHelp(refuse("not_found", { what: "update" }), alert);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "update.drafted",
      subject: kept.updateId,
    });
    const { preview, fullyScreened } = screened;
    const shown = { ...kept, preview: preview.question, friends, pseudonym, fullyScreened };
    return alert === undefined ? shown : { ...shown, alert };
  });
  core.wake();
  if (draft instanceof DomainError) throw draft;
  return draft;
}
