import { ownDraft } from "#core/questions/own-draft.ts";
import { draftInHand } from "../drafts-in-hand.ts";
import { editCardModal } from "../forms/edit-card.ts";
import { type DiscordButton, pairOf } from "../press.ts";

export const editCard = {
  verb: "edit-card",
  reply: "form",
  changes: false,
  access: "question.send",
  async run({ core, actor, subjectId }) {
    const { messageId } = pairOf(subjectId);
    const draft = draftInHand(messageId) ?? (await ownDraft(core, { actor, messageId }));
    return editCardModal(subjectId, draft);
  },
} satisfies DiscordButton;
