import { record } from "#core/foundation/audit/record.ts";
import { statusesAllowing } from "#core/questions/question.ts";
import { forgetConversation, withdrawQuestion } from "#core/questions/withdraw-question.ts";
import type { Counts, Erasing } from "./erasing.ts";
import { refreshCards } from "./refresh-cards.ts";

/** Nothing of a question stays but its number, its times and how it ended. */
const NOT_KEPT = "not kept";

/** What they asked is taken back as by its own button, on both sides; what was never sent, or went before, loses what is left of it. */
export async function eraseAsking(erasing: Erasing): Promise<Counts> {
  const { tx, core, memberId, now } = erasing;
  const questions = await tx.question.findMany({ where: { askerId: memberId } });
  const ids = questions.map(({ id }) => id);
  await tx.question.updateMany({
    where: { id: { in: ids } },
    data: {
      topic: NOT_KEPT,
      ageBand: NOT_KEPT,
      forWhom: "self",
      relation: null,
      sendWithoutAsking: false,
      pausedAt: null,
    },
  });
  let texts = 0;
  for (const question of questions) {
    const { count } = await tx.question.updateMany({
      where: { id: question.id, status: { in: statusesAllowing("take-back") } },
      data: { status: "taken-back", closedAt: now, holderId: null, leaseEndsAt: null },
    });
    if (count === 0) {
      texts += (await forgetConversation(tx, question.id, now)).messages.length;
      continue;
    }
    const { messages } = await withdrawQuestion(tx, core, question, now);
    texts += messages;
    await record(tx, {
      at: now.getTime(),
      communityId: question.communityId,
      actor: memberId,
      verb: "question.taken-back",
      subject: question.id,
      detail: { messages },
    });
  }
  await tx.question.updateMany({
    where: { id: { in: ids }, status: "draft" },
    data: { status: "cancelled", closedAt: now },
  });
  await tx.message.updateMany({
    where: { questionId: { in: ids } },
    data: { credentialSealed: null, overrideReasonSealed: null, sourceKey: null },
  });
  // Cards of what was taken back or expired before name them too.
  await refreshCards(erasing, { kinds: ["triage"], subjects: ids });
  // Who stepped back may have known the person.
  await tx.decline.deleteMany({ where: { questionId: { in: ids } } });
  return { questions: questions.length, texts };
}
