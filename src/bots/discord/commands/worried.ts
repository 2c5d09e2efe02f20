import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from "discord.js";
import { refuse } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { worriedModal } from "../forms/worried.ts";
import type { DiscordCommand, Modal, Press } from "../press.ts";

const menu = (type: ApplicationCommandType.Message | ApplicationCommandType.User) =>
  new ContextMenuCommandBuilder()
    .setName("I'm worried about this person")
    .setType(type)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON();

/** For anyone: who has not joined gets the advice too. */
const opensForm = {
  reply: "form",
  changes: false,
  access: "anyone",
  async run({ target, targetAccountId, targetIsBot }: Press): Promise<Modal> {
    const accountId = targetAccountId ?? target?.authorId;
    if (accountId === undefined) throw new Error("a menu entry has a target");
    if (targetIsBot === true)
      throw refuse("invalid_input", { field: "person", rule: t("must be a person, and this is a bot") });
    return worriedModal(accountId);
  },
} as const;

/** The menus on a message and on a person have one name and do the same: which of the two is found by it does not matter. */
export const worriedAboutMessageCommand = {
  ...opensForm,
  data: menu(ApplicationCommandType.Message),
} satisfies DiscordCommand;

export const worriedAboutPersonCommand = {
  ...opensForm,
  data: menu(ApplicationCommandType.User),
} satisfies DiscordCommand;
