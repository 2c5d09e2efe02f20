import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { SentBackCard } from "../cards.ts";
import { openNote } from "./note.ts";

/** Subject: the look's id. Nothing once the question was taken back. */
export async function loadSentBackCard(
  tx: Tx,
  core: Core,
  lookId: string,
): Promise<SentBackCard | undefined> {
  const look = await tx.look.findUnique({
    where: { id: lookId },
    include: { message: { include: { question: true } } },
  });
  if (look === null || look.noteSealed === null) return undefined;
  const { question } = look.message;
  const by = await tx.member.findUniqueOrThrow({ where: { id: look.byId } });
  return {
    kind: "sent-back",
    questionId: question.id,
    number: question.number,
    by: by.pseudonym,
    note: await openNote(tx, core, { askerId: question.askerId, lookId, blob: look.noteSealed }),
  };
}
