import { exportOwn } from "#core/privacy/export-own.ts";
import { exportContent } from "../cards/export.ts";
import { LARGEST_FILE } from "../file-of.ts";
import type { DiscordButton } from "../press.ts";

/** Whoever pressed, and nobody else: the subject of the button is not looked at. */
export const exportMine = {
  verb: "export-mine",
  reply: "private",
  changes: true,
  access: "export.save-own",
  run: async ({ handling, actor }) =>
    exportContent(await exportOwn(handling, { actor, mostBytes: LARGEST_FILE })),
} satisfies DiscordButton;
