import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from "discord.js";
import { refuse } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { askModal } from "../forms/ask.ts";
import type { DiscordCommand } from "../press.ts";

/** Opens the form filled with one's own message; another person's words are not one's to send. */
export const askAboutMessageCommand = {
  data: new ContextMenuCommandBuilder()
    .setName("Ask a provider about this")
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  reply: "form",
  changes: false,
  access: "question.ask",
  async run({ who, target }) {
    if (target === undefined) throw new Error("a message menu entry has a target");
    if (target.authorId !== who.accountId)
      throw refuse("invalid_input", { field: "message", rule: t("must be your own") });
    return askModal(`${target.channelId}/${target.messageId}`, target.text);
  },
} satisfies DiscordCommand;
