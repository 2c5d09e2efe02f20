import { standingOf } from "#core/credentials/standing.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isGrave, type Verdict } from "#core/screening/screening.ts";
import { readStep } from "./own-step.ts";

interface Asked {
  readonly id: string;
  readonly communityId: string;
  readonly askerId: string;
}

interface Written {
  readonly question: Asked;
  readonly authorId: string;
  readonly now: Date;
}

/** Somebody may be in danger: in the question, or in what the patient wrote after it. */
async function isHighCriticality(tx: Tx, questionId: string): Promise<boolean> {
  const texts = await tx.message.findMany({
    where: { questionId, state: "sent" },
    select: { verdict: true },
  });
  return texts.some(({ verdict }) => isGrave(verdict as Verdict));
}

/** Is there another provider with standing who has not stepped back from this question? */
export async function somebodyCouldLook(tx: Tx, { question, authorId, now }: Written): Promise<boolean> {
  const declined = await tx.decline.findMany({ where: { questionId: question.id } });
  const others = await tx.member.findMany({
    where: {
      communityId: question.communityId,
      state: "active",
      id: { notIn: [authorId, question.askerId, ...declined.map(({ memberId }) => memberId)] },
      roles: { some: { role: { in: ["provider", "lead"] } }, none: { role: "trainee" } },
      credentials: { some: { status: "verified" } },
    },
    select: { id: true },
  });
  for (const { id } of others) if ((await standingOf(tx, id, now)).ok) return true;
  return false;
}

/**
 * Must a colleague look at this answer first? Asked in the transaction that writes it. "nobody-could" is sent like
 * "not-needed": no patient waits for a colleague who does not exist.
 */
export async function lookFor(
  tx: Tx,
  { question, authorId, now }: Written,
): Promise<"not-needed" | "needed" | "nobody-could"> {
  const { secondLooks } = await tx.community.findUniqueOrThrow({ where: { id: question.communityId } });
  if (secondLooks === 0) return "not-needed";
  const { step } = await readStep(tx, { authorId, secondLooks });
  if (step === 2 && !(await isHighCriticality(tx, question.id))) return "not-needed";
  return (await somebodyCouldLook(tx, { question, authorId, now })) ? "needed" : "nobody-could";
}
