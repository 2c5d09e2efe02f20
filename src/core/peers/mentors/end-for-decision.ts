import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endMentor } from "./end-mentor.ts";
import { tellMentor } from "./tell.ts";

/** Whoever may not write, was suspended or is out is nobody's mentor. It does not come back by itself when that ends. */
export async function endForDecision(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  if (!(await endMentor(tx, core, { memberId, event: "end", now }))) return;
  const { communityId, platform } = await tx.mentor.findUniqueOrThrow({ where: { memberId } });
  await tellMentor(tx, core, { communityId, memberId, platform, about: "over", at: now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: "clock",
    verb: "mentor.over",
    subject: memberId,
  });
}
