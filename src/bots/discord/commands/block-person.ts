import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from "discord.js";
import { refuse } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { askToBlock } from "../cards/ask-to-block.ts";
import type { DiscordCommand } from "../press.ts";

/** On any person in a server, member or not; it is done by the button under the answer. */
export const blockPersonCommand = {
  data: new ContextMenuCommandBuilder()
    .setName("Block")
    .setType(ApplicationCommandType.User)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  reply: "private",
  changes: false,
  access: "peers.block",
  async run({ who, targetAccountId, targetIsBot }) {
    if (targetAccountId === undefined) throw new Error("a person's menu entry has a target");
    if (targetIsBot === true || targetAccountId === who.accountId)
      throw refuse("invalid_input", { field: "person", rule: t("must be another person") });
    return askToBlock({ verb: "block-account", subject: targetAccountId });
  },
} satisfies DiscordCommand;
