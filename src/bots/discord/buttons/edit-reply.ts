import { ownDraft } from "#core/questions/own-draft.ts";
import { draftInHand } from "../drafts-in-hand.ts";
import { editReplyModal } from "../forms/edit-reply.ts";
import { type DiscordButton, pairOf } from "../press.ts";

export const editReply = {
  verb: "edit-reply",
  reply: "form",
  changes: false,
  access: "question.follow-up",
  async run({ core, actor, subjectId }) {
    const { messageId } = pairOf(subjectId);
    const draft = draftInHand(messageId) ?? (await ownDraft(core, { actor, messageId }));
    return editReplyModal(subjectId, draft);
  },
} satisfies DiscordButton;
