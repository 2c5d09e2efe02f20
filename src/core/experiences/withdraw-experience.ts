import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endSharing } from "./end-sharing.ts";
import { requireOwn } from "./own-experience.ts";

export interface WithdrawExperience {
  readonly actor: Actor;
  readonly experienceId: string;
}

/**
 * Nobody finds it any more, from this moment; its author can share it again. Numbers that were made of many stay until they are
 * made anew. Also in a time-out. Refuses not_found, experience_status.
 */
export async function withdrawExperience(
  core: Core,
  { actor, experienceId }: WithdrawExperience,
): Promise<{ number: number }> {
  authorise(actor, "experience.withdraw");
  return core.tx(async (tx, now) => {
    const row = await requireOwn(tx, { actor, experienceId });
    await endSharing(tx, core, { row, event: "withdraw", now });
    return { number: row.number };
  });
}
