import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Crossing, keepVersion, openText, openVersion, sealText } from "#core/questions/message-text.ts";
import { refreshTriage, tellAsker, tellTeam } from "#core/questions/tell.ts";
import { redacted } from "./redact-words.ts";

const read = (tx: Tx, id: string) =>
  tx.message.findUniqueOrThrow({ where: { id }, include: { question: true } });
type Message = Awaited<ReturnType<typeof read>>;

/** Every copy of a message, on both sides, becomes what it is now. */
async function refreshCopies(tx: Tx, core: Core, { id, kind, question }: Message, at: Date): Promise<void> {
  if (kind === "question") return refreshTriage(tx, core, question, at);
  if (kind === "follow-up" || kind === "ask-back-reply")
    return tellTeam(tx, core, question, { kind: "follow-up", subjectId: id, at }, "edit");
  await tellAsker(tx, core, question, { kind: "answer", subjectId: id, at }, "edit");
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
  await refreshCopies(tx, core, message, now);
}

/**
 * Removes words from a message on both sides; the text that had them is kept as a version. Gives that version. Refuses
 * words_not_there, and not_found where the text was taken back.
 */
export async function removeWords(
  tx: Tx,
  core: Core,
  { messageId, words, now }: { messageId: string; words: readonly string[]; now: Date },
): Promise<number> {
  const message = await read(tx, messageId);
  const { question, crossingSealed, version } = message;
  if (crossingSealed === null) throw refuse("not_found", { what: "message" });
  const crossing = await openText<Crossing>(
    tx,
    core,
    question.askerId,
    messageId,
    "crossingSealed",
    crossingSealed,
  );
  const without = redacted(crossing, words);
  if (without === undefined) throw refuse("words_not_there", {});
  await replace(tx, core, message, without, now);
  return version;
}

/** Puts the words back, unless its author changed or removed the text since. */
export async function restoreWords(
  tx: Tx,
  core: Core,
  { messageId, version, now }: { messageId: string; version: number; now: Date },
): Promise<void> {
  const message = await read(tx, messageId);
  if (message.version !== version + 1 || message.crossingSealed === null) return;
  const before = await openVersion(tx, core, message.question.askerId, { messageId, version });
  if (before !== undefined) await replace(tx, core, message, before, now);
}
