import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endSharing } from "./end-sharing.ts";
import { next, statusOf } from "./experience.ts";
import { openPending, sealExperience } from "./experience-text.ts";
import { type OwnExperience, readOwn, remarked, requireOwn } from "./own-experience.ts";
import { setUse } from "./set-use.ts";
import { type Use, useOf, usesIn } from "./uses.ts";

export interface ChangeUse {
  readonly actor: Actor;
  readonly experienceId: string;
  /** "community", "providers", "library". */
  readonly use: string;
  readonly on: boolean;
}

type Row = Awaited<ReturnType<typeof requireOwn>>;

/** Keeps with the change that waits what its author agreed to on its preview. Refuses stale_card. */
async function keepPending(tx: Tx, core: Core, row: Row, chosen: Partial<Record<Use, boolean>>) {
  const pending = await openPending(tx, core, row);
  if (pending === undefined) throw refuse("stale_card", {});
  const uses = { ...pending.uses, ...chosen };
  const { count } = await tx.experience.updateMany({
    where: { id: row.id, edition: row.edition, status: row.status },
    data: {
      edition: { increment: 1 },
      pendingSealed: await sealExperience(tx, core, row, "pendingSealed", { ...pending, uses }),
    },
  });
  if (count === 0) throw refuse("stale_card", {});
}

/**
 * Agrees to one use of one's experience, or takes that back; each stands by itself, and holds at once, or, while a change of what
 * is shared waits, once that is shared. Without the community's
 * nothing is shared: taking that back withdraws it, and to give it again one shares it again. Refuses not_found, invalid_input,
 * experience_status, and silenced where it would let more people read what is shared.
 */
export async function changeUse(
  core: Core,
  { actor, experienceId, ...wanted }: ChangeUse,
): Promise<OwnExperience> {
  authorise(actor, "experience.draft");
  const use = useOf(wanted.use);
  if (use === undefined) throw refuse("invalid_input", { field: "use", rule: "is one of three" });
  const { on } = wanted;
  const own = await core.tx(async (tx, now) => {
    const row = await requireOwn(tx, { actor, experienceId });
    const status = statusOf(row.status);
    // Nothing of it is shared, so there is nothing that anybody could use.
    if (status === "withdrawn") throw refuse("experience_status", { is: status, wanted: "share" });
    // On the preview of a change nothing happens yet: Share makes true what was pressed there, Cancel forgets it.
    if (row.pendingSealed !== null && status !== "draft") {
      await keepPending(tx, core, row, { [use]: on });
      return readOwn(tx, core, { actor, experienceId });
    }
    // More people read what stands, so it waits for the end of a time-out.
    if (on && next(status, "withdraw") !== undefined) authorise(actor, "experience.share");
    if (usesIn(row.uses)[use] === on) return readOwn(tx, core, { actor, experienceId });
    await setUse(tx, { actor, experienceId, use, on, now });
    if (use === "community" && !on && next(status, "withdraw") !== undefined)
      await endSharing(tx, core, { row, event: "withdraw", now });
    return readOwn(tx, core, { actor, experienceId });
  });
  return remarked(core, own);
}
