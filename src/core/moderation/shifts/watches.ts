import type { Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { decides } from "../deciders.ts";
import type { Watch } from "./coverage.ts";

export interface MemberWatch extends Watch {
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/** Everybody who moderates here and has said when they are there, by name; those of somebody who stopped moderating do not count. */
export async function watchesHere(
  db: Tx | Core["db"],
  { communityId }: { communityId: string },
): Promise<MemberWatch[]> {
  const people = await db.member.findMany({
    where: { communityId, ...decides, shifts: { some: {} } },
    include: { roles: true, shifts: { orderBy: [{ weekday: "asc" }, { fromMinute: "asc" }] } },
    orderBy: { pseudonym: "asc" },
  });
  return people.map(({ id, pseudonym, roles, shifts }) => ({
    memberId: id,
    pseudonym,
    roles: roles.map(({ role }) => role as Role),
    zone: shifts[0]?.zone ?? "UTC",
    hours: shifts,
  }));
}
