import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { AnswerText } from "../cards.ts";
import { heldText } from "./held-answer.ts";
import { openNote } from "./note.ts";

/** What a provider wrote to a question and was not sent: sent back by a colleague, or not looked at in time. */
export interface KeptAnswer {
  readonly text: AnswerText;
  /** Of the colleague who sent it back last. */
  readonly sentBack: { readonly by: string; readonly note: string } | undefined;
}

export async function keptAnswer(
  tx: Tx,
  core: Core,
  { questionId, authorId }: { questionId: string; authorId: string },
): Promise<KeptAnswer | undefined> {
  const message = await tx.message.findFirst({
    where: { questionId, authorId, state: "held", crossingSealed: { not: null } },
    include: { question: true, looks: { orderBy: { createdAt: "desc" }, take: 1 } },
  });
  if (message === null || message.crossingSealed === null) return undefined;
  const { id, question, crossingSealed } = message;
  const text = await heldText(tx, core, { id, question, crossingSealed });
  const [look] = message.looks;
  if (look === undefined || look.noteSealed === null) return { text, sentBack: undefined };
  const by = await tx.member.findUniqueOrThrow({ where: { id: look.byId } });
  const { askerId } = question;
  const note = await openNote(tx, core, { askerId, lookId: look.id, blob: look.noteSealed });
  return { text, sentBack: { by: by.pseudonym, note } };
}
