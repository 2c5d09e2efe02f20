import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tellAsker } from "./tell.ts";

const PENDING = ["ready", "sending", "unknown", "checking"];

/**
 * The receipt of a question that was taken back is brought up to date once nothing more is being removed, so that
 * "being removed now" does not stand there for ever. Called where a removal, or the edit that empties the card, ended.
 */
export async function renewTakenBack(
  tx: Tx,
  core: Core,
  { conversation, at }: { conversation: string; at: Date },
): Promise<void> {
  const questionId = /^q:([^:]+):/.exec(conversation)?.[1];
  if (questionId === undefined) return;
  const question = await tx.question.findUnique({ where: { id: questionId }, include: { asker: true } });
  // Whoever was erased gets one receipt for all of it.
  if (question?.status !== "taken-back" || question.asker.state === "erased") return;
  const left = await tx.delivery.count({
    where: {
      conversation: { in: ["team", "asker", "author"].map((side) => `q:${questionId}:${side}`) },
      state: { in: PENDING },
      OR: [{ op: "remove" }, { op: "edit", kind: "triage" }],
    },
  });
  if (left > 0) return;
  await tellAsker(tx, core, question, { kind: "taken-back", subjectId: questionId, at }, "edit");
}
