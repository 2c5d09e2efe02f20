import type { Help } from "#core/errors.ts";
import { type Message, msg, t, tn } from "#core/language/t.ts";
import type { VisitSheet } from "#core/visit-sheet/make-sheet.ts";
import type { SheetChoices } from "#core/visit-sheet/sheet-choices.ts";
import { sheetHtml } from "#core/visit-sheet/sheet-html.ts";
import { PERIODS, type Period } from "#core/visit-sheet/sheet-questions.ts";
import type { NoteKind, VisitNote } from "#core/visit-sheet/visit-note.ts";
import { fileOf } from "../file-of.ts";
import { type Button, type Content, escapeText, type Face, line } from "../markup.ts";
import { withHelp } from "../with-help.ts";

const PERIOD_WORDS = {
  quarter: msg("The last 3 months"),
  year: msg("The last 12 months"),
  ever: msg("All of it"),
} as const satisfies Record<Period, Message>;

const NOTE_WORDS = {
  note: msg("My notes"),
  ask: msg("Questions for my clinician"),
} as const satisfies Record<NoteKind, Message>;

/** What a note can stand under, for its form. */
export const noteChoices = () =>
  (["note", "ask"] as const).map((value) => ({ label: t(NOTE_WORDS[value]), value }));

/** What a button, a list or a form says of the period; twelve months where nobody chose. */
export const periodFrom = (subject: string): Period => PERIODS.find((one) => one === subject) ?? "year";

const addNote = (): Button => ({ verb: "add-note", subject: "new", label: t("Add a note") });
const myNotes = (): Button => ({ verb: "notes", subject: "all", label: t("My notes") });

/** What would stand on the sheet, and the ways to change it. */
export function sheetFace({ period, answered, unanswered, notes }: SheetChoices): Face {
  const numbers = answered.map(({ number }) => number).join(", ");
  const own = notes.note + notes.ask;
  const make: Button = { verb: "make-sheet", subject: period, label: t("Make my sheet"), look: "main" };
  const choose: Button = { verb: "choose-for-sheet", subject: period, label: t("Choose questions") };
  return {
    title: t("A sheet for your visit"),
    body: [
      t(
        "One page to print and take to your own clinician: what you asked, what volunteers answered and what was checked of them, your notes, and what you want to ask.",
      ),
      `**${t(PERIOD_WORDS[period])}:** ${answered.length === 0 ? t("no answered question yet") : t("question {numbers}", { numbers })}`,
      ...(unanswered.length === 0
        ? []
        : [t("Questions that nobody answered can go on it too: press **Choose questions**.")]),
      t("**Your own:** {note}, {ask} for your clinician", {
        note: tn(notes.note, "{n} note", "{n} notes"),
        ask: tn(notes.ask, "{n} question", "{n} questions"),
      }),
      t(
        "Your questions stand on it as they were sent, without what was taken out. Your name is not on it: there is a line to write it by hand.",
      ),
    ].join("\n\n"),
    footer: t("The sheet is made for you now, and kept nowhere."),
    buttons: [
      ...(answered.length + own === 0 ? [] : [make]),
      ...(answered.length > 1 || unanswered.length > 0 ? [choose] : []),
      addNote(),
      ...(own === 0 ? [] : [myNotes()]),
    ],
    choice: {
      verb: "sheet-period",
      hint: t("How far back?"),
      options: PERIODS.map((value) => ({ label: t(PERIOD_WORDS[value]), value })),
    },
  };
}

/** The sheet itself, for whoever pressed alone. */
export function sheetContent(sheet: VisitSheet): Content {
  const words = t(
    "Your sheet is ready. Download it, open it in your browser, and print it there or save it as a PDF. Only you see this message. Delete the file when you no longer need it.",
  );
  return { ...line(words), files: [fileOf("visit-sheet.html", sheetHtml(sheet))] };
}

/** Enough to know a note by; 25 of them fit one message, also where every letter has to be escaped. */
const BEGINNING = 90;

function beginningOf(text: string, length: number): string {
  const plain = text.replaceAll(/\s+/g, " ");
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).toWellFormed()}…`;
}

/** One's own notes, and a list to delete one from. */
export function notesFace(notes: readonly VisitNote[]): Face {
  if (notes.length === 0)
    return {
      title: t("My notes"),
      body: t("You have no notes for your visit sheet."),
      buttons: [addNote()],
    };
  const lines = notes.map(
    ({ kind, text }, at) =>
      `**${at + 1}** · ${t(NOTE_WORDS[kind])}\n${escapeText(beginningOf(text, BEGINNING))}`,
  );
  return {
    title: t("My notes"),
    body: lines.join("\n"),
    footer: t("Only you can read these. On the sheet each stands in full."),
    buttons: [addNote()],
    choice: {
      verb: "delete-note",
      hint: t("Delete a note"),
      options: notes.map(({ noteId, text }, at) => ({
        label: `${at + 1}: ${beginningOf(text, 80)}`,
        value: noteId,
      })),
    },
  };
}

/** After a note was kept; help comes first where its words sound like danger. */
export const noteKept = (help: Help | undefined): Content =>
  withHelp(help, t("Kept. Only you can read it; it will stand on your next visit sheet."), [
    addNote(),
    myNotes(),
    { verb: "make-sheet", subject: "year", label: t("Make my sheet") },
  ]);
