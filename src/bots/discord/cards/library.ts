import { answerParts, reviewWords, sourceWords } from "#bots/library-words.ts";
import { msg, t } from "#core/language/t.ts";
import type { LibraryAnswer } from "#core/library/cards.ts";
import type { FoundAnswers } from "#core/library/find-answers.ts";
import type { ShownBy } from "#core/library/this-answered-it.ts";
import { type Button, type Content, escapeText, type Face, line, show } from "../markup.ts";
import { entrySubject } from "../press.ts";
import { withHelp } from "../with-help.ts";

/** Enough to tell whether it is worth reading. */
const BEGINNING = 220;
/** Twice as long where every letter has to be escaped; Discord takes 256. */
export const TITLE = 120;

export const titleOf = ({ question }: LibraryAnswer): string => escapeText(beginningOf(question, TITLE));

const ASK = (): Button => ({ verb: "ask", subject: "new", label: t("Ask a volunteer") });

export function beginningOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), limit / 2)).toWellFormed()}…`;
}

/** Stands under the text, where nothing of it is markup. */
export const sourceLine = (answer: LibraryAnswer): string => `${sourceWords(answer)}. ${reviewWords(answer)}`;

/** One of what was found: its question and first lines, and how to read or to thank for it. */
function foundFace(
  answer: LibraryAnswer,
  { at, one, shownBy }: { at: number; one: boolean; shownBy: ShownBy },
): Face {
  const subject = entrySubject(answer.entryId, shownBy);
  const whole = answerParts(answer.answer)
    .map(({ text }) => text)
    .join(" ");
  return {
    title: `${one ? "" : `${at + 1}. `}${titleOf(answer)}`,
    body: escapeText(beginningOf(whole, BEGINNING)),
    footer: sourceLine(answer),
    buttons: [
      { verb: "read-answer", subject, label: one ? t("Read") : t("Read {what}", { what: at + 1 }) },
      {
        verb: "answered-it",
        subject,
        label: one ? t("This answered it") : t("{what}: this answered it", { what: at + 1 }),
      },
      {
        verb: "report-kept",
        subject: answer.entryId,
        label: one ? t("Report##button") : t("Report {n}", { n: at + 1 }),
      },
    ],
  };
}

export const foundFaces = (answers: readonly LibraryAnswer[], shownBy: ShownBy): Face[] =>
  answers.map((answer, at) => foundFace(answer, { at, one: answers.length === 1, shownBy }));

const NOTHING_FOUND = msg(
  "Nothing here yet about that. You are surely not the only one who wonders. You can try other words, or ask: a volunteer with a checked credential reads it.",
);

/** What came of a search. Help comes alone and first. */
export function foundContent({ answers, search, help }: FoundAnswers): Content {
  if (help !== undefined)
    return withHelp(help, t("You can also ask a volunteer. That is not watched around the clock."), [ASK()]);
  if (answers.length === 0) return line(t(NOTHING_FOUND), [ASK()]);
  return show(...foundFaces(answers, { search }), {
    title: t("Not quite it?"),
    body: t("This is general information. It can't replace someone who knows you."),
    buttons: [ASK()],
  });
}

/** The whole of one answer. */
export function libraryAnswerFace(answer: LibraryAnswer, shownBy: ShownBy): Face {
  const parts = answerParts(answer.answer).map(({ heading, text }) =>
    heading === undefined ? escapeText(text) : `**${heading}**\n${escapeText(text)}`,
  );
  return {
    title: titleOf(answer),
    body: [
      ...(answer.question.length > TITLE ? [escapeText(answer.question)] : []),
      ...parts,
      t("General information from the library. It can't replace someone who knows you."),
    ].join("\n\n"),
    footer: sourceLine(answer),
    buttons: [
      {
        verb: "answered-it",
        subject: entrySubject(answer.entryId, shownBy),
        label: t("This answered it"),
        look: "main",
      },
      ...("questionId" in shownBy ? [] : [ASK()]),
      { verb: "report-kept", subject: answer.entryId, label: t("Report##button") },
    ],
  };
}
