import type { CredentialLine } from "#core/questions/cards.ts";
import { giveBackAll } from "#core/questions/give-back-all.ts";
import { openText, sealText } from "#core/questions/message-text.ts";
import type { Counts, Erasing } from "./erasing.ts";
import { refreshCards } from "./refresh-cards.ts";

type Answer = Awaited<ReturnType<typeof answersOf>>[number];

const answersOf = ({ tx, memberId }: Erasing) =>
  tx.message.findMany({
    where: {
      authorId: memberId,
      credentialSealed: { not: null },
      question: { askerId: { not: memberId } },
    },
    include: { question: { select: { askerId: true } } },
  });

/** The line beside an answer says a role only: whoever showed their name shows it no more. */
async function withoutName(
  { tx, core }: Erasing,
  { id, question, credentialSealed }: Answer,
): Promise<boolean> {
  const { askerId } = question;
  if (credentialSealed === null) return false;
  const stored = await openText<CredentialLine>(tx, core, askerId, id, "credentialSealed", credentialSealed);
  const { name, ...line } = stored;
  if (name === undefined) return false;
  const sealed = await sealText(tx, core, askerId, id, "credentialSealed", line);
  await tx.message.update({ where: { id }, data: { credentialSealed: sealed } });
  return true;
}

/**
 * What they held waits again, and what they had not sent goes. Answers stay with the patients who got them: they acted on them, and
 * may have to show them to somebody. They stay with the profession, and without a name.
 */
export async function eraseProviding(erasing: Erasing): Promise<Counts> {
  const { tx, core, memberId, now } = erasing;
  await giveBackAll(tx, core, { memberId, now });
  await tx.message.updateMany({
    where: { authorId: memberId, state: "held", question: { askerId: { not: memberId } } },
    data: {
      state: "cancelled",
      crossingSealed: null,
      pendingOriginalSealed: null,
      pendingCrossingSealed: null,
      overrideReasonSealed: null,
    },
  });
  await tx.question.updateMany({
    where: { holderId: memberId, status: { not: "answered" } },
    data: { holderId: null, leaseEndsAt: null },
  });
  const answers = await answersOf(erasing);
  const sent = answers.filter(({ state }) => state === "sent");
  const renamed: string[] = [];
  for (const answer of answers) if (await withoutName(erasing, answer)) renamed.push(answer.id);
  const opinions = await tx.opinion.findMany({ where: { messageId: { in: renamed } } });
  // An opinion stands on the card of the answer that it is about.
  const shownOn = opinions.map(({ answerId }) => answerId);
  await refreshCards(erasing, { kinds: ["answer"], subjects: [...renamed, ...shownOn] });
  await refreshCards(erasing, { kinds: ["sent-copy"], subjects: sent.map(({ id }) => id) });
  const looks = await tx.look.findMany({ where: { byId: memberId }, select: { id: true } });
  await refreshCards(erasing, { kinds: ["sent-back"], subjects: looks.map(({ id }) => id) });
  await refreshCards(erasing, { kinds: ["team-notice"], holding: [`:${memberId}`] });
  const held = await tx.question.findMany({ where: { holderId: memberId }, select: { id: true } });
  await refreshCards(erasing, { kinds: ["triage"], subjects: held.map(({ id }) => id) });
  await tx.decline.deleteMany({ where: { memberId } });
  return sent.length === 0 ? {} : { answersKept: sent.length };
}
