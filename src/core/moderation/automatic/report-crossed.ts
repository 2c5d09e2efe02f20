import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { crossedWords } from "../crossed-words.ts";
import { addReport } from "./add-report.ts";
import { foundInCrossing } from "./found-in-crossing.ts";

/**
 * A text crossed, or crossed in new words: where screening finds in it what a person should look at, it becomes an automatic
 * report, in the transaction that sends it. Nothing is held back or paused by it, and its writer was told before they sent it.
 */
export async function reportCrossed(
  tx: Tx,
  core: Core,
  { messageId, now }: { messageId: string; now: Date },
): Promise<void> {
  const message = await tx.message.findUniqueOrThrow({
    where: { id: messageId },
    include: { question: true, author: true },
  });
  const { communityId, question, author, kind, sentAt, createdAt } = message;
  const text = await crossedWords(tx, core, { ...message, askerId: question.askerId });
  const found = foundInCrossing(core.policies(), text);
  if (found === undefined) return;
  await addReport(tx, core, {
    communityId,
    subject: { kind: "message", id: messageId, memberId: author.id },
    rule: found.rule,
    reason: `Automatic: screening found ${found.named} (${found.by}) in a text that was sent.`,
    evidence: {
      text,
      author: author.pseudonym,
      what: kind,
      writtenAt: (sentAt ?? createdAt).toISOString(),
    },
    now,
  });
}
