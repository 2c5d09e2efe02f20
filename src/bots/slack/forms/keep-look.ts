import { MONTH_CHOICES } from "#bots/library-team-words.ts";
import { ENTRY_LIMITS, reviewMonthsOf, USUAL_MONTHS } from "#core/library/library-entry.ts";
import { passEntry } from "#core/library/pass-entry.ts";
import type { EntryToLookAt } from "#core/library/read-kept-look.ts";
import { rejectEntry } from "#core/library/reject-entry.ts";
import { entryPieces } from "../cards/library-text.ts";
import { escapeText, type Field, type Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";

const FIELDS: readonly Field[] = [
  {
    id: "outcome",
    label: "What now?",
    limit: 20,
    choices: [
      { label: "Fit to keep", value: "fit" },
      { label: "Not fit", value: "unfit" },
    ],
  },
  {
    id: "months",
    label: "When must somebody look again?",
    limit: 20,
    choices: MONTH_CHOICES,
    value: String(USUAL_MONTHS),
  },
  {
    id: "note",
    label: "Why is it not fit?",
    limit: ENTRY_LIMITS.note,
    long: true,
    optional: true,
    hint: "Needed for Not fit. The team reads it.",
  },
];

/** All that others would read. Whether it is fit is not chosen beforehand. */
export function keepLookForm({ entryId, topic, text }: EntryToLookAt): Form {
  return {
    verb: "keep-look",
    subject: entryId,
    title: "Fit to keep?",
    submit: "Done",
    pieces: [
      {
        ours: `*${escapeText(topic)}* · Is it right, is it general, and does nothing in it point at somebody?`,
      },
      ...entryPieces(text),
    ],
    fields: FIELDS,
  };
}

export const keepLookSent = {
  verb: "keep-look",
  changes: true,
  access: "library.look",
  blames: "note",
  async run({ handling, actor, subjectId: entryId, fields }) {
    if (fields.outcome === "fit")
      await passEntry(handling, { actor, entryId, months: reviewMonthsOf(fields.months ?? "") });
    else await rejectEntry(handling, { actor, entryId, note: fields.note ?? "" });
    return undefined;
  },
} satisfies SlackForm;
