import { can, type Verb } from "#core/access.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { readActor } from "#core/members/read-actor.ts";

/** Whether somebody may do it by the roles that they hold as this is written. */
export async function mayNow(tx: Tx, { memberId, verb }: { memberId: string; verb: Verb }): Promise<boolean> {
  const actor = await readActor(tx, memberId);
  return actor !== undefined && can(actor, verb);
}

/** Refuses not_allowed for whoever lost the role since they were let in. */
export async function requireMay(tx: Tx, asked: { memberId: string; verb: Verb }): Promise<void> {
  if (!(await mayNow(tx, asked))) throw refuse("not_allowed", { verb: asked.verb });
}
