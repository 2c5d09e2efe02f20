import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Reach } from "./member-settings.ts";
import { checkedNickname, sealNickname } from "./nickname.ts";
import { checkedPseudonym } from "./pseudonym.ts";
import { resendFromInbox } from "./resend-from-inbox.ts";

export interface ChangeSettings {
  readonly actor: Actor;
  readonly pseudonym?: string;
  readonly country?: string;
  readonly reach?: Reach;
  readonly quiet?: boolean;
  /** Empty for the community's own name. */
  readonly nickname?: string;
}

/** Changes what a member chose. A way to be reached that opens again brings what waited in the inbox. Refuses name_taken, too_long. */
export async function changeSettings(core: Core, { actor, ...changes }: ChangeSettings): Promise<void> {
  authorise(actor, "member.settings");
  const pseudonym = changes.pseudonym === undefined ? undefined : checkedPseudonym(changes.pseudonym);
  const nickname = changes.nickname === undefined ? undefined : checkedNickname(changes.nickname);
  await core.tx(async (tx, now) => {
    if (pseudonym !== undefined) {
      const other = await tx.member.count({
        where: { communityId: actor.communityId, pseudonym, id: { not: actor.memberId } },
      });
      if (other > 0) throw refuse("name_taken", { name: pseudonym });
    }
    const data = {
      ...(pseudonym === undefined ? {} : { pseudonym }),
      ...(changes.country === undefined ? {} : { country: changes.country }),
      ...(changes.reach === undefined ? {} : { reach: changes.reach }),
      ...(changes.quiet === undefined ? {} : { quiet: changes.quiet }),
      ...(nickname === undefined
        ? {}
        : { nicknameSealed: await sealNickname(tx, core, actor.memberId, nickname) }),
    };
    const before = await tx.member.findUniqueOrThrow({ where: { id: actor.memberId } });
    await tx.member.update({ where: { id: actor.memberId }, data });
    // An invitation is known as theirs by the name that it was used with.
    if (pseudonym !== undefined)
      await tx.invite.updateMany({
        where: { communityId: actor.communityId, pseudonym: before.pseudonym, usedAt: { not: null } },
        data: { pseudonym },
      });
    if (changes.reach !== undefined && changes.reach !== "inbox")
      await resendFromInbox(tx, core, actor.memberId, now);
    const changed = Object.keys(data).sort().join(",");
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "member.changed",
      subject: actor.memberId,
      detail: { changed },
    });
  });
  core.wake();
}
