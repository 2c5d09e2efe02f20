import { makeSheet } from "#core/visit-sheet/make-sheet.ts";
import { periodFrom, sheetContent } from "../cards/visit-sheet.ts";
import type { DiscordButton } from "../press.ts";

export const makeSheetButton = {
  verb: "make-sheet",
  reply: "private",
  changes: false,
  access: "sheet.make",
  run: async ({ core, actor, subjectId }) =>
    sheetContent(await makeSheet(core, { actor, of: { period: periodFrom(subjectId) } })),
} satisfies DiscordButton;
