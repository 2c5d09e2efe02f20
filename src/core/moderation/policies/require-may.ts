import { can, type Verb } from "#core/access.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { readActor } from "#core/members/read-actor.ts";

/** By the roles that they hold as this is written: refuses not_allowed for whoever lost theirs since they were let in. */
export async function requireMay(
  tx: Tx,
  { memberId, verb }: { memberId: string; verb: Verb },
): Promise<void> {
  const actor = await readActor(tx, memberId);
  if (actor === undefined || !can(actor, verb)) throw refuse("not_allowed", { verb });
}
