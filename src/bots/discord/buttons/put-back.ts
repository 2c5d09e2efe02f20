import { putBack } from "#core/questions/put-back.ts";
import { draftContent } from "../cards/preview.ts";
import { type DiscordButton, pairOf } from "../press.ts";

export const putBackChoice = {
  verb: "put-back",
  reply: "update",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId }) {
    const { messageId, edition = 0 } = pairOf(subjectId);
    const which = Number(subjectId.split("/")[3]);
    return draftContent(await putBack(handling, { actor, messageId, edition, which }));
  },
} satisfies DiscordButton;
