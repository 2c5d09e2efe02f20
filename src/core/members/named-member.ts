import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

const ACTIVE: readonly string[] = ["active"];

/**
 * The id of a member of this community, given by id or by the name they have here. Whoever left, was removed or banned is found
 * only where `states` says so. Refuses not_found.
 */
export async function namedMember(
  db: Tx | Core["db"],
  {
    communityId,
    member,
    states = ACTIVE,
  }: { communityId: string; member: string; states?: readonly string[] },
): Promise<{ id: string; pseudonym: string }> {
  const found = await db.member.findFirst({
    where: { communityId, state: { in: [...states] }, OR: [{ id: member }, { pseudonym: member }] },
    select: { id: true, pseudonym: true },
  });
  if (found === null) throw refuse("not_found", { what: "member" });
  return found;
}
