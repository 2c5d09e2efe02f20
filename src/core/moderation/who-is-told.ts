import type { Tx } from "#core/foundation/store/open-store.ts";
import { type OnCall, onCallNow } from "./shifts/on-call.ts";

export interface Told {
  /** Undefined where nobody here has shifts. */
  readonly onCall: readonly OnCall[] | undefined;
  /** Named by an admin, for every alert. */
  readonly contacts: readonly OnCall[];
  /** Where it is told again and nobody is on shift. */
  readonly leads: readonly OnCall[];
}

/** Whom an alert is for now; never `except`, whom it is about. */
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
      select: { id: true, pseudonym: true },
      orderBy: { pseudonym: "asc" },
    });
    return people.map(({ id, pseudonym }) => ({ memberId: id, pseudonym }));
  };
  const onCall = await onCallNow(tx, { communityId, except, now });
  const nobody = onCall === undefined || onCall.length === 0;
  return {
    onCall,
    contacts: await named({ crisisContact: true }),
    leads: again && nobody ? await named({ roles: { some: { role: "lead" } } }) : [],
  };
}
