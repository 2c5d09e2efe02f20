import { suggestPseudonym } from "#core/members/suggest-pseudonym.ts";
import { communityOf } from "../actor.ts";
import { joinModal } from "../forms/join.ts";
import type { DiscordButton } from "../press.ts";

export const join = {
  verb: "join",
  reply: "form",
  changes: false,
  access: "anyone",
  async run({ core, who }) {
    const { communityId } = await communityOf(core, who);
    return joinModal(await suggestPseudonym(core, { communityId }), core.crisisLines());
  },
} satisfies DiscordButton;
