import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";

export type Reach = "dm" | "thread" | "inbox";

export interface MemberSettings {
  readonly pseudonym: string;
  readonly country: string | null;
  readonly reach: Reach;
  readonly quiet: boolean;
}

export function reachOf(text: string): Reach {
  return text === "thread" || text === "inbox" ? text : "dm";
}

/** What a member chose for themselves here. */
export async function memberSettings(core: Core, { actor }: { actor: Actor }): Promise<MemberSettings> {
  authorise(actor, "member.settings");
  const member = await core.db.member.findUniqueOrThrow({ where: { id: actor.memberId } });
  return {
    pseudonym: member.pseudonym,
    country: member.country,
    reach: reachOf(member.reach),
    quiet: member.quiet,
  };
}
