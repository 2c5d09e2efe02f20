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
      return endCredential(tx, core, { credentialId, event: "suspend", reason, by, now });
    }
    case "look":
      await tx.credential.update({ where: { id: credentialId }, data: { nextDueAt: now } });
      await alertModerators(tx, core, credential, "due", now);
      return false;
    case "stands": {
      const { expiresAt, source = credential.source } = judgement;
      const nextDueAt = nextDue({ checkedAt: now, expiresAt, byFile: true });
      await tx.credential.update({
        where: { id: credentialId },
        data: { checkedAt: now, source, expiresAt, nextDueAt },
      });
      return false;
    }
    case "unknown":
      return false;
  }
}
