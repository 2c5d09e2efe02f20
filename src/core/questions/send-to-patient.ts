import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedText, LIMITS } from "./message-text.ts";
import { textToPatient } from "./text-to-patient.ts";

/** "Send to patient": a further message in an answered conversation, checked like an answer. */
export async function sendToPatient(
  core: Core,
  {
    actor,
    questionId,
    text,
    overrideReason,
  }: { actor: Actor; questionId: string; text: string; overrideReason?: string },
): Promise<{ messageId: string }> {
  const plain = checkedText(text, "message", LIMITS.reply);
  const reason = overrideReason === undefined ? {} : { overrideReason };
  const sent = await core.tx((tx, now) =>
    textToPatient(tx, core, now, {
      actor,
      questionId,
      kind: "reply",
      crossing: { plain },
      texts: [plain],
      ...reason,
    }),
  );
  core.wake();
  return sent;
}
