import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedReason } from "#core/credentials/decision/end-credential.ts";
import { record } from "#core/foundation/audit/record.ts";
import { caseHere } from "./case-here.ts";
import { writeNote } from "./case-notes.ts";

/** What a moderator leaves for the next one; nobody else reads it. Refuses not_found, empty, too_long, never_kept. */
export async function noteOnCase(
  core: Core,
  { actor, named, text }: { actor: Actor; named: string; text: string },
): Promise<void> {
  const checked = checkedReason(text);
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    const { id } = await caseHere(tx, { actor, named, verb: "case.read" });
    const note = { communityId, caseId: id, authorId: memberId, kind: "note", text: checked, now } as const;
    await writeNote(tx, core, note);
    await record(tx, { at: now.getTime(), communityId, actor: memberId, verb: "case.noted", subject: id });
  });
}
