import { professionWords } from "#core/credentials/professions.ts";
import { topicWords } from "#core/credentials/topics.ts";
import { element, escaped, escapedLines } from "#core/html/markup.ts";
import { htmlPage } from "#core/html/page.ts";
import { dayWords } from "#core/language/formats.ts";
import { type Message, t } from "#core/language/t.ts";
import {
  ANSWER_FIELDS,
  type AnswerText,
  type CredentialLine,
  type ShownOpinion,
} from "#core/questions/cards.ts";
import type { SheetQuestion, SheetText, VisitSheet } from "./make-sheet.ts";
import { SHEET_STYLE } from "./sheet-style.ts";
import {
  SHEET_FOR_WHOM,
  SHEET_GENERAL,
  SHEET_MESSAGES,
  SHEET_OPINIONS,
  SHEET_WORDS as W,
} from "./sheet-words.ts";

const day = (at: Date): string => dayWords(at, { day: "numeric", month: "long", year: "numeric" });

const text = (words: string, attributes: Readonly<Record<string, string>> = {}): string =>
  element("p", { dir: "auto", ...attributes }, escapedLines(words));

const small = (...parts: readonly string[]): string =>
  element("p", { class: "small" }, escaped(parts.filter((part) => part !== "").join(" · ")));

const said = (term: string, words: string): string =>
  element("dt", {}, escaped(term)) + element("dd", { dir: "auto" }, escapedLines(words));

/** Whose word it is, and what of it was checked when, as it stood when the answer was written. */
function credential({ name, profession, jurisdiction, checkedAt, source, general }: CredentialLine): string {
  const what = professionWords(profession);
  const who = name === undefined ? what : `${name}, ${what}`;
  const from = t("{who} ({jurisdiction}), checked on {day} against {source}", {
    who,
    jurisdiction,
    day: day(checkedAt),
    source,
  });
  return general === undefined ? from : `${from}. ${t(SHEET_GENERAL[general])}`;
}

function answerFields(answer: AnswerText): string {
  const fields = Object.entries(ANSWER_FIELDS) as [keyof AnswerText, Message][];
  return fields.map(([field, term]) => (answer[field] === "" ? "" : said(t(term), answer[field]))).join("");
}

function opinion({ stance, text: plain, credential: line }: ShownOpinion): string {
  const says = t(SHEET_OPINIONS[stance]);
  const words = plain === "" ? element("p", {}, escaped(says)) : element("dl", {}, said(says, plain));
  return words + small(credential(line));
}

function turn(one: SheetText): string {
  if (one.by === "me") {
    const { question, tried } = one.text;
    const tail = tried === "" ? "" : said(t(W.tried), tried);
    return (
      element(
        "dl",
        { class: "mine" },
        said(t(one.kind === "question" ? W.asked : W.replied), question),
        tail,
      ) + small(W.written(day(one.at)), one.edited ? t(W.edited) : "")
    );
  }
  const { answer, text: plain, message, sentAt, edited, credential: line, opinions } = one.card;
  return (
    element("dl", {}, answer === undefined ? said(t(SHEET_MESSAGES[message]), plain) : answerFields(answer)) +
    small(credential(line), W.written(day(sentAt)), edited ? t(W.edited) : "") +
    opinions
      .filter(({ hidden }) => !hidden)
      .map(opinion)
      .join("")
  );
}

function conversation({ number, topic, forWhom, texts }: SheetQuestion): string {
  const whom = forWhom === "self" ? "" : t(SHEET_FOR_WHOM[forWhom]);
  const heading = [t("Question {number}", { number }), topicWords(topic), whom].filter((part) => part !== "");
  const open = texts.some(({ by }) => by === "volunteer") ? "" : small(t(W.unanswered));
  return element("article", {}, element("h3", {}, escaped(heading.join(" · "))), ...texts.map(turn), open);
}

function section(title: string, inside: readonly string[]): string {
  const content = inside.length === 0 ? element("p", {}, escaped(t(W.nothing))) : inside.join("");
  return element("section", {}, element("h2", {}, escaped(title)), content);
}

function toAsk(asked: VisitSheet["toAsk"]): string[] {
  if (asked.length === 0) return [];
  const items = asked.map(({ text: words, from }) =>
    element(
      "li",
      { dir: "auto" },
      escapedLines(words),
      from === undefined ? "" : ` ${element("span", { class: "small" }, escaped(`(${W.fromAnswer(from)})`))}`,
    ),
  );
  return [element("ul", { class: "ask" }, ...items)];
}

/** The sheet as a page to print: what to ask comes first, since a visit is short. */
export function sheetHtml({ community, madeAt, questions, toAsk: asked, notes }: VisitSheet): string {
  return htmlPage({
    title: t(W.title),
    style: SHEET_STYLE,
    main: [
      element("div", { class: "byhand" }, ...W.byHand.map((label) => element("span", {}, escaped(t(label))))),
      element(
        "div",
        { class: "what" },
        element("p", {}, element("strong", {}, escaped(t(W.what)))),
        text(W.about(community), { class: "small" }),
      ),
      section(t(W.toAsk), toAsk(asked)),
      section(
        t(W.notes),
        notes.map((note) => text(note.text) + small(W.written(day(note.at)))),
      ),
      section(t(W.conversations), questions.map(conversation)),
      small(W.made(day(madeAt))),
    ],
  });
}
