import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from "discord.js";
import { credentialOfAccount } from "#core/credentials/credential-of-account.ts";
import { refuse } from "#core/errors.ts";
import { accountFace } from "../cards/credential.ts";
import { show } from "../markup.ts";
import type { DiscordCommand } from "../press.ts";

/** On a person in a server: the credential that stands behind their account, and never who they are here. */
export const checkCredentialsCommand = {
  data: new ContextMenuCommandBuilder()
    .setName("Check credentials")
    .setType(ApplicationCommandType.User)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  reply: "private",
  changes: false,
  access: "anyone",
  async run({ core, who: { spaceId }, targetAccountId }) {
    if (targetAccountId === undefined) throw new Error("a person's menu entry has a target");
    if (spaceId === undefined) throw refuse("not_linked", {});
    const account = { platform: "discord", accountExternalId: targetAccountId, spaceExternalId: spaceId };
    return show(accountFace(await credentialOfAccount(core, account), targetAccountId));
  },
} satisfies DiscordCommand;
