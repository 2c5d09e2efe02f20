import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Slot, slotOf, USUAL_SLOT } from "./week.ts";

/** How a member's weekly digest stands. */
export interface MyDigest extends Slot {
  readonly isOn: boolean;
  /** This community has digests at all. */
  readonly isOffered: boolean;
  readonly nextAt: Date | undefined;
}

export async function myDigest(core: Core, { actor }: { actor: Actor }): Promise<MyDigest> {
  authorise(actor, "member.digest");
  const { memberId, communityId } = actor;
  const row = await core.db.rhythm.findUnique({ where: { memberId } });
  const { digests } = await core.db.community.findUniqueOrThrow({ where: { id: communityId } });
  return {
    ...(row === null ? USUAL_SLOT : slotOf(row)),
    isOn: row?.digest === "on",
    isOffered: digests === "on",
    nextAt: row?.digest === "on" ? (row.nextDigestAt ?? undefined) : undefined,
  };
}
