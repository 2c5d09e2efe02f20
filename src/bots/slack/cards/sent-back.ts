import type { SentBackCard } from "#core/questions/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function sentBackFace({ questionId, number, by, note }: SentBackCard): Face {
  return {
    title: `Your answer to question ${number} was not sent yet`,
    pieces: [
      { ours: `*${escapeText(by)}* asks you to change this:` },
      { theirs: note },
      {
        small:
          "Your text is kept. The question is yours for the next minutes; after that anybody can take it.",
      },
    ],
    buttons: [{ verb: "claim", subject: questionId, label: "Answer", look: "primary" }],
  };
}
