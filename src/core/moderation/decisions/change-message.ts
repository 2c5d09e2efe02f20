import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Crossing, keepVersion, openText, openVersion, sealText } from "#core/questions/message-text.ts";
import { refreshOpinions } from "#core/questions/second-opinion/refresh-opinions.ts";
import { slotOf } from "#core/questions/second-opinion/stance.ts";
import { refreshTriage, tellAsker, tellTeam } from "#core/questions/tell.ts";
import { reads, redacted } from "./redact-words.ts";
import { redactionsOf } from "./redactions-of.ts";

const read = (tx: Tx, id: string) =>
  tx.message.findUniqueOrThrow({ where: { id }, include: { question: true, opinion: true } });
type Message = Awaited<ReturnType<typeof read>>;

/** Every copy of a message, on both sides, becomes what it is now. */
async function refreshCopies(
  tx: Tx,
  core: Core,
  { id, kind, question, opinion }: Message,
  at: Date,
): Promise<void> {
  if (kind === "question") return refreshTriage(tx, core, question, at);
  if (kind === "follow-up" || kind === "ask-back-reply")
    return tellTeam(tx, core, question, { kind: "follow-up", subjectId: id, at }, "edit");
  // A second opinion stands on the card of the answer that it is about.
  const subjectId = opinion?.answerId ?? id;
  await tellAsker(tx, core, question, { kind: "answer", subjectId, at }, "edit");
  await tellTeam(tx, core, question, { kind: "sent-copy", subjectId: id, at }, "edit");
}

/** Hides a message from both sides, or shows it again. */
export async function setHidden(
  tx: Tx,
  core: Core,
  { messageId, hidden, now }: { messageId: string; hidden: boolean; now: Date },
): Promise<void> {
  await tx.message.update({ where: { id: messageId }, data: { hiddenAt: hidden ? now : null } });
  await refreshCopies(tx, core, await read(tx, messageId), now);
}

/** What colleagues thought of an answer they think of it still when words of it are taken out, or put back. */
async function carryOpinions(
  tx: Tx,
  { answerId, from, to }: { answerId: string; from: number; to: number },
): Promise<void> {
  const opinions = await tx.opinion.findMany({ where: { answerId, answerVersion: from } });
  for (const { messageId, authorId, slot } of opinions)
    await tx.opinion.update({
      where: { messageId },
      data: {
        answerVersion: to,
        slot: slot === null ? null : slotOf({ answerId, version: to, authorId }),
      },
    });
}

async function replace(tx: Tx, core: Core, message: Message, crossing: Crossing, now: Date): Promise<void> {
  const { id, version, question, crossingSealed } = message;
  const { askerId } = question;
  if (crossingSealed === null) return;
  const before = await openText<Crossing>(tx, core, askerId, id, "crossingSealed", crossingSealed);
  const sentAt = message.editedAt ?? message.sentAt ?? now;
  await keepVersion(tx, core, askerId, { messageId: id, version, crossing: before, sentAt });
  const { count } = await tx.message.updateMany({
    where: { id, version },
    data: {
      version: version + 1,
      editedAt: now,
      crossingSealed: await sealText(tx, core, askerId, id, "crossingSealed", crossing),
    },
  });
  if (count === 0) throw new Error("a message changed in a transaction that held it");
  await carryOpinions(tx, { answerId: id, from: version, to: version + 1 });
  await refreshCopies(tx, core, message, now);
  await refreshOpinions(tx, core, { answerId: id, now });
}

/** A message, its row held until the commit: two decisions about one text take turns. */
async function hold(tx: Tx, messageId: string): Promise<Message> {
  await tx.message.update({ where: { id: messageId }, data: { version: { increment: 0 } } });
  return read(tx, messageId);
}

/** A text as its writer wrote it last, as it reads now, and the words that are gone from it. */
async function wordsOf(tx: Tx, core: Core, message: Message) {
  const { id: messageId, question, crossingSealed, version } = message;
  if (crossingSealed === null) return undefined;
  const { askerId } = question;
  const shown = await openText<Crossing>(tx, core, askerId, messageId, "crossingSealed", crossingSealed);
  const { written, words } = await redactionsOf(tx, core, {
    subjectKind: "message",
    subjectId: messageId,
    version,
  });
  const before =
    written === version ? shown : await openVersion(tx, core, askerId, { messageId, version: written });
  return { shown, before, words };
}

/**
 * Removes words from a message on both sides, beside those that other decisions removed; what its writer wrote is kept as a
 * version. Gives the version that had them. Refuses words_not_there, and not_found where the text was taken back.
 */
export async function removeWords(
  tx: Tx,
  core: Core,
  { messageId, words, now }: { messageId: string; words: readonly string[]; now: Date },
): Promise<number> {
  const message = await hold(tx, messageId);
  const text = await wordsOf(tx, core, message);
  if (text === undefined) throw refuse("not_found", { what: "message" });
  const { before = text.shown, words: gone } = text;
  const without = redacted(before, [...gone, ...words]);
  if (reads(without, redacted(before, gone))) throw refuse("words_not_there", {});
  await replace(tx, core, message, without, now);
  return message.version;
}

/**
 * Makes a message what its writer wrote without the words that decisions which stand remove, once one of them stands no more.
 * What its writer changed since stays as it is. Gives the version that this made; undefined where nothing came of it.
 */
export async function restoreWords(
  tx: Tx,
  core: Core,
  { messageId, now }: { messageId: string; now: Date },
): Promise<number | undefined> {
  const message = await hold(tx, messageId);
  const text = await wordsOf(tx, core, message);
  if (text?.before === undefined) return undefined;
  const without = redacted(text.before, text.words);
  if (reads(without, text.shown)) return undefined;
  await replace(tx, core, message, without, now);
  return message.version + 1;
}
