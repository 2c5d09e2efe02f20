import { t } from "#core/language/t.ts";
import type { Texts } from "#core/refusal-text.ts";

/** Words for what can be refused about visit sheets. */
export const SHEET_TEXT: Texts<"notes_full"> = {
  notes_full: ({ most }) => ({
    title: t("Your notes are full"),
    detail: t("There is room for {most} notes, so that the sheet stays short enough to be read.", { most }),
    nextStep: t("Delete one under My notes, then add this one again."),
  }),
};
