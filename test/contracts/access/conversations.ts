import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { needsInPerson } from "#core/questions/needs-in-person.ts";
import { sendQuestion } from "#core/questions/send-question.ts";

const ANSWER = { often: "It is often harmless.", can: "Rest.", urgent: "", clinician: "" };

/** The same member with these roles, whatever is written of them. */
export const as = (member: Actor, ...roles: Actor["roles"]): Actor => ({ ...member, roles });

/** One conversation of each kind that `asker` has, with answers by `by`. `words` tells whose they are. */
export async function conversations(core: Core, asker: Actor, by: Actor, words: string) {
  const actor = as(asker, "patient");
  const draft = (text = words) =>
    draftQuestion(core, { actor, text, tried: "", topic: "Symptoms", forWhom: "self", ageBand: "30-44" });
  const waiting = async () => {
    const { questionId } = await draft();
    await sendQuestion(core, { actor, questionId });
    return questionId;
  };
  const claimed = async (provider = by) => {
    const questionId = await waiting();
    await claimQuestion(core, { actor: as(provider, "provider"), questionId });
    return questionId;
  };
  const answered = async (provider = by) => {
    const questionId = await claimed(provider);
    const written = { actor: as(provider, "provider"), questionId, text: ANSWER };
    return { questionId, messageId: (await answerQuestion(core, written)).messageId };
  };
  const closed = await claimed();
  await needsInPerson(core, { actor: as(by, "provider"), questionId: closed });
  const one = await answered();
  const reply = await draftReply(core, { actor, questionId: one.questionId, text: words });
  const { questionId, messageId, edition } = await draft();
  const named = await draft(`${words} My sister Maria Lopez has it too.`);
  return {
    draft: `${questionId}/${messageId}/${edition}`,
    /** The first of what was taken for somebody's name in it. */
    named: `${named.questionId}/${named.messageId}/${named.edition}/0`,
    waiting: await waiting(),
    claimed: await claimed(),
    answered: one.questionId,
    answer: one.messageId,
    reply: `${one.questionId}/${reply.messageId}/${reply.edition}`,
    closed,
    answeredBy: answered,
  };
}
