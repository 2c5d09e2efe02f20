import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, type Help, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { alertFor, checkedAndHeard, withHelp } from "#core/questions/draft.ts";
import { checkedText } from "#core/questions/message-text.ts";
import { screen } from "#core/screening/screen.ts";
import { MOST_NOTES, NOTE_LIMIT, type NoteKind, notePlace } from "./visit-note.ts";

/**
 * Keeps a note for the writer's own visit sheet, as they typed it: nobody else reads it, so nothing is taken out. Somebody who
 * writes that they are in danger is heard all the same. Refuses empty, too_long, notes_full.
 */
export async function addNote(
  core: Core,
  { actor, kind, text: typed }: { actor: Actor; kind: NoteKind; text: string },
): Promise<{ readonly alert?: Help }> {
  authorise(actor, "note.write");
  const text = await checkedAndHeard(core, { actor, typed }, () => checkedText(typed, "note", NOTE_LIMIT));
  const { verdict } = screen(text, { policies: core.policies() });
  const { communityId, memberId } = actor;
  const id = core.newId();
  const added = await core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    const heard = await alertFor(tx, core, { actor, verdict, now });
    // Nothing is kept, but somebody in danger is heard all the same: this commits, the refusal follows.
    if ((await tx.visitNote.count({ where: { memberId } })) >= MOST_NOTES)
      return withHelp(refuse("notes_full", { most: MOST_NOTES }), heard.alert);
    const textSealed = await core.vault.seal(tx, { memberId }, notePlace(id), text);
    await tx.visitNote.create({ data: { id, communityId, memberId, kind, textSealed, createdAt: now } });
    await record(tx, { at: now.getTime(), communityId, actor: memberId, verb: "note.added", subject: id });
    return heard;
  });
  core.wake();
  if (added instanceof DomainError) throw added;
  return added;
}
