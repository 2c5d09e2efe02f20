import { sheetChoices } from "#core/visit-sheet/sheet-choices.ts";
import { periodFrom, sheetFace } from "../cards/visit-sheet.ts";
import { show } from "../markup.ts";
import type { DiscordButton, MemberPress } from "../press.ts";

export const sheetPeriod = {
  verb: "sheet-period",
  reply: "update",
  changes: false,
  access: "sheet.make",
  run: async ({ core, actor, subjectId }: MemberPress) =>
    show(sheetFace(await sheetChoices(core, { actor, period: periodFrom(subjectId) }))),
} satisfies DiscordButton;
