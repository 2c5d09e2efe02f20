import { SlashCommandBuilder } from "discord.js";
import { listCommunities } from "#core/communities/list-communities.ts";
import { myCredentials } from "#core/credentials/claim/my-credentials.ts";
import { claimFace } from "../cards/claim.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";
import { everywhere } from "./everywhere.ts";

/** A form on Discord has no room for what must be read before it: that is said first. */
export const claimCommand = {
  data: everywhere(
    new SlashCommandBuilder()
      .setName("claim")
      .setDescription("For health professionals: have your licence checked, and see how it stands"),
  ),
  reply: "private",
  changes: false,
  access: "credential.claim",
  async run({ core, actor }) {
    const own = await myCredentials(core, { actor });
    const { communityId } = actor;
    const community = (await listCommunities(core)).find((one) => one.communityId === communityId)?.name;
    return show(
      claimFace(own, { communityId, community: community ?? "", sendsMail: core.mail !== undefined }),
    );
  },
} satisfies DiscordCommand;
