import { sheetChoices } from "#core/visit-sheet/sheet-choices.ts";
import { periodFrom } from "../cards/visit-sheet.ts";
import { chooseForSheetModal } from "../forms/choose-for-sheet.ts";
import type { DiscordButton } from "../press.ts";

export const chooseForSheet = {
  verb: "choose-for-sheet",
  reply: "form",
  changes: false,
  access: "sheet.make",
  run: async ({ core, actor, subjectId }) =>
    chooseForSheetModal(await sheetChoices(core, { actor, period: periodFrom(subjectId) })),
} satisfies DiscordButton;
