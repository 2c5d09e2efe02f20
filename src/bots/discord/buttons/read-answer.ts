import { readAnswer } from "#core/library/read-answer.ts";
import { libraryAnswerFace } from "../cards/library.ts";
import { show } from "../markup.ts";
import { type DiscordButton, entryOf } from "../press.ts";

export const readAnswerButton = {
  verb: "read-answer",
  reply: "private",
  changes: false,
  access: "library.find",
  async run({ core, actor, subjectId }) {
    const { entryId, shownBy } = entryOf(subjectId);
    return show(libraryAnswerFace(await readAnswer(core, { actor, entryId }), shownBy));
  },
} satisfies DiscordButton;
