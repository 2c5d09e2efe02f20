import type { Role } from "#core/access.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { canTakeAlert, type OnCall, onCallNow } from "./shifts/on-call.ts";

export interface Told {
  /** Undefined where nobody here has shifts. */
  readonly onCall: readonly OnCall[] | undefined;
  /** Named by an admin, for every alert. */
  readonly contacts: readonly OnCall[];
  /** Where it is told again and nobody is on shift. */
  readonly leads: readonly OnCall[];
}

/** Whom an alert is for now: only who could go; never `except`, whom it is about. */
export async function whoIsTold(
  tx: Tx,
  {
    communityId,
    except,
    again,
    now,
  }: { communityId: string; except: string | null; again: boolean; now: Date },
): Promise<Told> {
  const named = async (where: { crisisContact: true } | { roles: { some: { role: string } } }) => {
    const people = await tx.member.findMany({
      where: { communityId, state: "active", id: { not: except ?? "" }, ...where },
      include: { roles: true },
      orderBy: { pseudonym: "asc" },
    });
    const told: OnCall[] = [];
    for (const { id: memberId, pseudonym, roles } of people)
      if (await canTakeAlert(tx, { memberId, roles: roles.map(({ role }) => role as Role) }, now))
        told.push({ memberId, pseudonym });
    return told;
  };
  const onCall = await onCallNow(tx, { communityId, except, now });
  const nobody = onCall === undefined || onCall.length === 0;
  return {
    onCall,
    contacts: await named({ crisisContact: true }),
    leads: again && nobody ? await named({ roles: { some: { role: "lead" } } }) : [],
  };
}
