import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** The id of a member of this community, given by id or by the name they have here. Refuses not_found. */
export async function namedMember(
  db: Tx | Core["db"],
  { communityId, member }: { communityId: string; member: string },
): Promise<{ id: string; pseudonym: string }> {
  const found = await db.member.findFirst({
    where: { communityId, state: "active", OR: [{ id: member }, { pseudonym: member }] },
    select: { id: true, pseudonym: true },
  });
  if (found === null) throw refuse("not_found", { what: "member" });
  return found;
}
