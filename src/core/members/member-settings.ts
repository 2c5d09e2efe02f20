import { type Actor, authorise, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { openNickname } from "./nickname.ts";

export type Reach = "dm" | "thread" | "inbox";

export interface MemberSettings {
  readonly pseudonym: string;
  readonly country: string | null;
  readonly reach: Reach;
  readonly quiet: boolean;
  /** Here for somebody they care for too; undefined where they cannot ask for anybody. */
  readonly cares: boolean | undefined;
  /** What their own messages call the community; null for its real name. */
  readonly nickname: string | null;
  readonly community: string;
  /** When they agreed to how this works; null for whoever came another way. */
  readonly agreedAt: Date | null;
  /** Questions that they let cross and did not take back. */
  readonly crossing: number;
}

export function reachOf(text: string): Reach {
  return text === "thread" || text === "inbox" ? text : "dm";
}

/** What a member chose for themselves here. */
export async function memberSettings(core: Core, { actor }: { actor: Actor }): Promise<MemberSettings> {
  authorise(actor, "member.settings");
  const member = await core.db.member.findUniqueOrThrow({
    where: { id: actor.memberId },
    include: {
      roles: true,
      community: true,
      consents: { where: { withdrawnAt: null }, orderBy: { givenAt: "desc" } },
    },
  });
  return {
    pseudonym: member.pseudonym,
    country: member.country,
    reach: reachOf(member.reach),
    quiet: member.quiet,
    cares: can(actor, "member.care") ? member.roles.some(({ role }) => role === "caregiver") : undefined,
    nickname: (await openNickname(core.db, core, member)) ?? null,
    community: member.community.name,
    agreedAt: member.consents.find(({ purpose }) => purpose === "joining")?.givenAt ?? null,
    crossing: member.consents.filter(({ purpose }) => purpose === "bridge").length,
  };
}
