import { SnowflakeUtil } from "discord.js";
import { t } from "#core/language/t.ts";
import { hearLostReport } from "#core/moderation/reports/hear-lost-report.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { ruleFrom } from "../choices.ts";
import { filesNote } from "../files-note.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal, Target } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

/** For what somebody wrote in a server. */
export function reportPostModal(messageId: string, rules: RuleBook): Modal {
  return modal("report-post", messageId, t("Report a message"), reportFields(rules));
}

/** What was there to be read: Discord gives the files themselves to nobody for long. */
function seen({ text, files }: Target): string {
  const attached = files === 0 ? "" : filesNote(files);
  return [text, attached].filter((part) => part !== "").join("\n");
}

/** What is reported is what stood there when the menu was opened, whatever became of it since. */
export const reportPostForm = {
  verb: "report-post",
  reply: "private",
  changes: true,
  access: "report.file",
  async run({ core, handling, actor, who, fields, target }) {
    const { reason = "", rule } = fields;
    if (target === undefined) throw await hearLostReport(core, { actor, reason });
    const { channelId, messageId, authorId, isPrivate } = target;
    const filed = await reportPost(handling, {
      actor,
      post: {
        platform: "discord",
        spaceId: who.spaceId ?? "",
        channelId,
        messageId,
        authorId,
        text: seen(target),
        writtenAt: new Date(SnowflakeUtil.timestampFrom(messageId)),
        isPrivate,
      },
      reason,
      ...ruleFrom(rule),
    });
    return thanksFor(filed);
  },
} satisfies DiscordForm;
