import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ShownOpinion } from "../cards.ts";
import { openLine, shownCrossing } from "../message-text.ts";
import { stanceOf } from "./stance.ts";

interface Answer {
  readonly id: string;
  readonly version: number;
  readonly hiddenAt: Date | null;
}

/** What colleagues think of an answer, in their order: only of the words that stand, and of none that are hidden. */
export async function loadOpinions(tx: Tx, core: Core, answer: Answer): Promise<ShownOpinion[]> {
  if (answer.hiddenAt !== null) return [];
  const rows = await tx.opinion.findMany({
    where: { answerId: answer.id, answerVersion: answer.version, message: { state: "sent" } },
    include: { message: { include: { question: true } } },
    orderBy: { message: { seq: "asc" } },
  });
  const shown: ShownOpinion[] = [];
  for (const { messageId, stance: word, message } of rows) {
    const { crossingSealed, credentialSealed, credentialId, hiddenAt } = message;
    const stance = stanceOf(word);
    if (stance === undefined || crossingSealed === null) continue;
    if (credentialSealed === null || credentialId === null) throw new Error("an opinion has no credential");
    const crossing = await shownCrossing(tx, core, { ...message, crossingSealed });
    shown.push({
      ...{ messageId, stance, credentialId },
      text: "plain" in crossing ? crossing.plain : "",
      hidden: hiddenAt !== null,
      credential: await openLine(tx, core, message.question.askerId, messageId, credentialSealed),
    });
  }
  return shown;
}
