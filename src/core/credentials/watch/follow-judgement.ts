import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endCredential } from "../decision/end-credential.ts";
import { alertModerators } from "../tell.ts";
import type { Judgement } from "./judge.ts";
import { nextDue } from "./next-due.ts";

const REASON_LIMIT = 500;

interface Standing {
  readonly id: string;
  readonly communityId: string;
  readonly source: string;
  readonly checkedAt: Date;
  readonly expiresAt: Date | null;
  readonly nextDueAt: Date | null;
}

/**
 * Does what follows for a credential that stands, whoever asked the registers: `by` is null for the sweep. Gives whether it
 * was suspended.
 */
export async function followJudgement(
  tx: Tx,
  core: Core,
  credential: Standing,
  { judgement, by, now }: { judgement: Judgement; by: string | null; now: Date },
): Promise<boolean> {
  const { id: credentialId } = credential;
  switch (judgement.is) {
    case "ends": {
      const reason = judgement.reason.slice(0, REASON_LIMIT);
      const end = { credentialId, event: "suspend", reason, by, because: "register", now } as const;
      return endCredential(tx, core, end);
    }
    case "look": {
      // A doubt that is there already keeps the day by which somebody must have looked.
      const { nextDueAt } = credential;
      const due = nextDueAt !== null && nextDueAt < now ? nextDueAt : now;
      await tx.credential.update({ where: { id: credentialId }, data: { nextDueAt: due } });
      await alertModerators(tx, core, credential, "due", now, due);
      return false;
    }
    case "stands": {
      const { expiresAt, source = credential.source } = judgement;
      const nextDueAt = nextDue({ checkedAt: now, expiresAt, byFile: true });
      await tx.credential.update({
        where: { id: credentialId },
        data: { checkedAt: now, source, expiresAt, nextDueAt },
      });
      return false;
    }
    case "unknown": {
      // No file speaks of the licence; where a person looked and nothing is doubtful any more, their look counts again.
      if (by === null) return false;
      const { checkedAt, expiresAt } = credential;
      const nextDueAt = nextDue({ checkedAt, expiresAt, byFile: false });
      const later = credential.nextDueAt === null || nextDueAt > credential.nextDueAt;
      const looked = await tx.credentialCheck.count({
        where: { credentialId, source: "register", result: "match" },
      });
      if (later && looked > 0)
        await tx.credential.update({ where: { id: credentialId }, data: { nextDueAt } });
      return false;
    }
  }
}
