import type { Help } from "#core/errors.ts";
import type { VisitSheet } from "#core/visit-sheet/make-sheet.ts";
import type { SheetChoices } from "#core/visit-sheet/sheet-choices.ts";
import { sheetHtml } from "#core/visit-sheet/sheet-html.ts";
import { PERIODS, type Period } from "#core/visit-sheet/sheet-questions.ts";
import type { NoteKind, VisitNote } from "#core/visit-sheet/visit-note.ts";
import { fileOf } from "../file-of.ts";
import { type Button, type Content, escapeText, type Face, line } from "../markup.ts";
import { withHelp } from "../with-help.ts";

const PERIOD_WORDS = {
  quarter: "The last 3 months",
  year: "The last 12 months",
  ever: "All of it",
} as const satisfies Record<Period, string>;

const NOTE_WORDS = {
  note: "My notes",
  ask: "Questions for my clinician",
} as const satisfies Record<NoteKind, string>;

/** What a note can stand under, for its form. */
export const NOTE_CHOICES = (["note", "ask"] as const).map((value) => ({ label: NOTE_WORDS[value], value }));

/** What a button, a list or a form says of the period; twelve months where nobody chose. */
export const periodFrom = (subject: string): Period => PERIODS.find((one) => one === subject) ?? "year";

const ADD_NOTE: Button = { verb: "add-note", subject: "new", label: "Add a note" };
const MY_NOTES: Button = { verb: "notes", subject: "all", label: "My notes" };

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What would stand on the sheet, and the ways to change it. */
export function sheetFace({ period, answered, unanswered, notes }: SheetChoices): Face {
  const numbers = answered.map(({ number }) => number).join(", ");
  const own = notes.note + notes.ask;
  const make: Button = { verb: "make-sheet", subject: period, label: "Make my sheet", look: "main" };
  const choose: Button = { verb: "choose-for-sheet", subject: period, label: "Choose questions" };
  return {
    title: "A sheet for your visit",
    body: [
      "One page to print and take to your own clinician: what you asked, what volunteers answered and what was checked of them, your notes, and what you want to ask.",
      `**${PERIOD_WORDS[period]}:** ${answered.length === 0 ? "no answered question yet" : `question ${numbers}`}`,
      ...(unanswered.length === 0
        ? []
        : ["Questions that nobody answered can go on it too: press **Choose questions**."]),
      `**Your own:** ${counted(notes.note, "note", "notes")}, ${counted(notes.ask, "question", "questions")} for your clinician`,
      "Your questions stand on it as they were sent, without what was taken out. Your name is not on it: there is a line to write it by hand.",
    ].join("\n\n"),
    footer: "The sheet is made for you now, and kept nowhere.",
    buttons: [
      ...(answered.length + own === 0 ? [] : [make]),
      ...(answered.length > 1 || unanswered.length > 0 ? [choose] : []),
      ADD_NOTE,
      ...(own === 0 ? [] : [MY_NOTES]),
    ],
    choice: {
      verb: "sheet-period",
      hint: "How far back?",
      options: PERIODS.map((value) => ({ label: PERIOD_WORDS[value], value })),
    },
  };
}

/** The sheet itself, for whoever pressed alone. */
export function sheetContent(sheet: VisitSheet): Content {
  const words =
    "Your sheet is ready. Download it, open it in your browser, and print it there or save it as a PDF. Only you see this message. Delete the file when you no longer need it.";
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
    return { title: "My notes", body: "You have no notes for your visit sheet.", buttons: [ADD_NOTE] };
  const lines = notes.map(
    ({ kind, text }, at) =>
      `**${at + 1}** · ${NOTE_WORDS[kind]}\n${escapeText(beginningOf(text, BEGINNING))}`,
  );
  return {
    title: "My notes",
    body: lines.join("\n"),
    footer: "Only you can read these. On the sheet each stands in full.",
    buttons: [ADD_NOTE],
    choice: {
      verb: "delete-note",
      hint: "Delete a note",
      options: notes.map(({ noteId, text }, at) => ({
        label: `${at + 1}: ${beginningOf(text, 80)}`,
        value: noteId,
      })),
    },
  };
}

/** After a note was kept; help comes first where its words sound like danger. */
export const noteKept = (help: Help | undefined): Content =>
  withHelp(help, "Kept. Only you can read it; it will stand on your next visit sheet.", [
    ADD_NOTE,
    MY_NOTES,
    { verb: "make-sheet", subject: "year", label: "Make my sheet" },
  ]);
