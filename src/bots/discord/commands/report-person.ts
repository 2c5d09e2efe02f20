import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from "discord.js";
import { refuse } from "#core/errors.ts";
import { reportPersonModal } from "../forms/report-person.ts";
import type { DiscordCommand } from "../press.ts";

/** On any person in a server, member or not. */
export const reportPersonCommand = {
  data: new ContextMenuCommandBuilder()
    .setName("Report this person")
    .setType(ApplicationCommandType.User)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  reply: "form",
  changes: false,
  access: "report.file",
  async run({ core, who, targetAccountId, onOurs }) {
    if (targetAccountId === undefined) throw new Error("a person's menu entry has a target");
    if (onOurs) throw refuse("ours", {});
    if (targetAccountId === who.accountId) throw refuse("own_report", {});
    return reportPersonModal(targetAccountId, core.rules());
  },
} satisfies DiscordCommand;
