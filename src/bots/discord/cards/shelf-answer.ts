import { answerParts } from "#bots/library-words.ts";
import { t } from "#core/language/t.ts";
import type { ShelfAnswerCard } from "#core/library/cards.ts";
import { type Content, contentOf, escapeText, type Face, partsOf } from "../markup.ts";
import { entrySubject } from "../press.ts";
import { beginningOf, sourceLine, TITLE, titleOf } from "./library.ts";

/** Discord's limit for the name of a post. */
const NAME = 100;
/** A post is one message, and all of its embeds together hold 6,000 characters. */
const BODY = 5000;

/** The name of the post. Nothing of it is markup there. */
export const shelfTitle = ({ answer }: ShelfAnswerCard): string =>
  beginningOf(answer.question.replace(/\s+/g, " ").trim(), NAME);

/** One kept answer where everybody on the server reads it. */
export function shelfAnswerFace({ answer }: ShelfAnswerCard): Face {
  const parts = answerParts(answer.answer).map(({ heading, text }) =>
    heading === undefined ? escapeText(text) : `**${heading}**\n${escapeText(text)}`,
  );
  const whole = [...(answer.question.length > TITLE ? [escapeText(answer.question)] : []), ...parts].join(
    "\n\n",
  );
  const isLong = whole.length > BODY;
  const subject = entrySubject(answer.entryId, { search: undefined });
  return {
    title: titleOf(answer),
    body: [
      isLong ? beginningOf(whole, BODY) : whole,
      escapeText(sourceLine(answer)),
      t("General information from the library. Nobody here is your own doctor."),
    ].join("\n\n"),
    buttons: [
      { verb: "kept-helped", subject: answer.entryId, label: t("This helped") },
      ...(isLong ? [{ verb: "read-answer", subject, label: t("Read all of it") }] : []),
      { verb: "report-kept", subject: answer.entryId, label: t("Report##button") },
    ],
  };
}

/** All of it in one message; the key stands in its first button. */
export function shelfContent(card: ShelfAnswerCard, key: string): Content {
  const face = shelfAnswerFace(card);
  const shown = partsOf(face.body).map((_, part) => contentOf(face, part, key));
  return {
    content: "",
    embeds: shown.flatMap(({ embeds }) => embeds),
    components: shown.flatMap(({ components }) => components),
  };
}
