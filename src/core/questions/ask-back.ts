import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedText, LIMITS } from "./message-text.ts";
import { textToPatient } from "./text-to-patient.ts";

/** A provider's question to the patient; the claim stays theirs while its lease holds. */
export async function askBack(
  core: Core,
  { actor, questionId, text }: { actor: Actor; questionId: string; text: string },
): Promise<{ messageId: string }> {
  const plain = checkedText(text, "question to the patient", LIMITS["ask-back"]);
  const sent = await core.tx((tx, now) =>
    textToPatient(tx, core, now, {
      actor,
      questionId,
      kind: "ask-back",
      crossing: { plain },
      texts: [plain],
    }),
  );
  core.wake();
  return sent;
}
