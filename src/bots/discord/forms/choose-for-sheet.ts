import { refuse } from "#core/errors.ts";
import { makeSheet } from "#core/visit-sheet/make-sheet.ts";
import type { SheetChoices } from "#core/visit-sheet/sheet-choices.ts";
import { sheetContent } from "../cards/visit-sheet.ts";
import { manyField, modal } from "../modal.ts";
import { type DiscordForm, type Modal, severalOf } from "../press.ts";

/** All that a sheet would have are chosen; whoever wants fewer takes some out. */
export function chooseForSheetModal({ questions, period }: SheetChoices): Modal {
  if (questions.length === 0) throw refuse("not_found", { what: "question" });
  const options = questions.map(({ questionId, number, topic }) => ({
    label: `Question ${number}: ${topic}`,
    value: questionId,
  }));
  return modal("choose-for-sheet", period, "Which questions?", [
    manyField({ id: "questions", label: "On the sheet", hint: "Your notes stand on it too.", options }),
  ]);
}

export const chooseForSheetForm = {
  verb: "choose-for-sheet",
  reply: "private",
  changes: false,
  access: "sheet.make",
  run: async ({ core, actor, fields }) =>
    sheetContent(await makeSheet(core, { actor, of: { questionIds: severalOf(fields.questions) } })),
} satisfies DiscordForm;
