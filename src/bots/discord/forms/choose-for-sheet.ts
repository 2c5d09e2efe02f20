import { topicWords } from "#core/credentials/topics.ts";
import { refuse } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { makeSheet } from "#core/visit-sheet/make-sheet.ts";
import type { SheetChoices } from "#core/visit-sheet/sheet-choices.ts";
import { sheetContent } from "../cards/visit-sheet.ts";
import { manyField, modal } from "../modal.ts";
import { type DiscordForm, type Modal, severalOf } from "../press.ts";

/** What was answered is chosen beforehand; what nobody answered can be chosen too. */
export function chooseForSheetModal({ answered, unanswered, period }: SheetChoices): Modal {
  const options = [
    ...answered.map(({ questionId: value, number, topic }) => ({
      label: t("Question {number}: {topic}", { number, topic: topicWords(topic) }),
      value,
    })),
    ...unanswered.map(({ questionId: value, number, topic }) => ({
      label: t("Question {number}: {topic} (nobody answered)", { number, topic: topicWords(topic) }),
      value,
    })),
  ];
  if (options.length === 0) throw refuse("not_found", { what: "question" });
  const chosen = answered.map(({ questionId }) => questionId);
  return modal("choose-for-sheet", period, t("Which questions?"), [
    manyField({
      id: "questions",
      label: t("On the sheet"),
      hint: t("Your notes stand on it too."),
      options,
      chosen,
    }),
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
