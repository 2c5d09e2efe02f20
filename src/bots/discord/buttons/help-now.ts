import { can } from "#core/access.ts";
import { findActor } from "#core/members/find-actor.ts";
import { memberSettings } from "#core/members/member-settings.ts";
import { helpNowFace } from "../cards/help-now.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/** For anyone, also for a person who never joined. */
export const helpNow = {
  verb: "help-now",
  reply: "private",
  changes: false,
  access: "anyone",
  async run({ core, who }) {
    const { actor, several } = await findActor(core, {
      platform: "discord",
      accountExternalId: who.accountId,
      ...(who.spaceId === undefined ? {} : { spaceExternalId: who.spaceId }),
    });
    const member = actor ?? several?.[0];
    if (member === undefined || !can(member, "member.settings"))
      return show(helpNowFace(core.crisisLines(), undefined));
    const { country } = await memberSettings(core, { actor: member });
    return show(helpNowFace(core.crisisLines(), country ?? undefined));
  },
} satisfies DiscordButton;
