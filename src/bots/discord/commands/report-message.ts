import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from "discord.js";
import { refuse } from "#core/errors.ts";
import { textBehind } from "#core/moderation/reports/text-behind.ts";
import { reportModal } from "../forms/report.ts";
import { reportPostModal } from "../forms/report-post.ts";
import type { DiscordCommand } from "../press.ts";

/** On any message in a server. A card of ours stands for the text that it shows, so that there is one case about it. */
export const reportMessageCommand = {
  data: new ContextMenuCommandBuilder()
    .setName("Report")
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  reply: "form",
  changes: false,
  access: "report.file",
  async run({ core, actor, who, target, onOurs }) {
    if (target === undefined) throw new Error("a message menu entry has a target");
    if (target.authorId === who.accountId) throw refuse("own_report", {});
    const { channelId, messageId } = target;
    if (!onOurs) return reportPostModal(messageId, core.rules());
    const behind = await textBehind(core, { actor, at: { platform: "discord", channelId, messageId } });
    if (behind.is !== "text") throw refuse("ours", {});
    return reportModal(`${behind.questionId}/${behind.messageId}`, core.rules());
  },
} satisfies DiscordCommand;
