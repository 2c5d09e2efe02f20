import { refuse } from "#core/errors.ts";
import { inbox } from "#core/questions/inbox.ts";
import { openAnswerFace } from "../cards/answer.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const openAnswer = {
  verb: "open",
  reply: "private",
  changes: false,
  access: "question.read",
  async run({ core, actor, subjectId }) {
    const card = (await inbox(core, { actor })).find(({ messageId }) => messageId === subjectId);
    if (card === undefined) throw refuse("not_found", { what: "message" });
    return show(openAnswerFace(card));
  },
} satisfies DiscordButton;
