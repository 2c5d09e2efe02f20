import { t } from "#core/language/t.ts";
import { cancelDraft } from "#core/questions/cancel-draft.ts";
import { forgetDraft } from "../drafts-in-hand.ts";
import { line } from "../markup.ts";
import { type DiscordButton, pairOf } from "../press.ts";

export const cancelCard = {
  verb: "cancel-card",
  reply: "update",
  changes: true,
  access: "question.send",
  async run({ handling, actor, subjectId }) {
    const { questionId, messageId } = pairOf(subjectId);
    await cancelDraft(handling, { actor, questionId });
    forgetDraft(messageId);
    return line(t("Cancelled. Nothing was sent."));
  },
} satisfies DiscordButton;
