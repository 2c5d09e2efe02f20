import { type Actor, authorise, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";

export type Reach = "dm" | "thread" | "inbox";

export interface MemberSettings {
  readonly pseudonym: string;
  readonly country: string | null;
  readonly reach: Reach;
  readonly quiet: boolean;
  /** Here for somebody they care for too; undefined where they cannot ask for anybody. */
  readonly cares: boolean | undefined;
}

export function reachOf(text: string): Reach {
  return text === "thread" || text === "inbox" ? text : "dm";
}

/** What a member chose for themselves here. */
export async function memberSettings(core: Core, { actor }: { actor: Actor }): Promise<MemberSettings> {
  authorise(actor, "member.settings");
  const member = await core.db.member.findUniqueOrThrow({
    where: { id: actor.memberId },
    include: { roles: true },
  });
  return {
    pseudonym: member.pseudonym,
    country: member.country,
    reach: reachOf(member.reach),
    quiet: member.quiet,
    cares: can(actor, "member.care") ? member.roles.some(({ role }) => role === "caregiver") : undefined,
  };
}
