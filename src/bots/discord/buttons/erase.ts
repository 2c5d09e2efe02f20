import { previewErasure } from "#core/privacy/preview-erasure.ts";
import { erasurePreviewFace } from "../cards/erasure.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/** Erases nothing yet: it says what would go and what would stay. */
export const eraseButton = {
  verb: "erase",
  reply: "private",
  changes: false,
  access: "member.erase",
  run: async ({ core, actor }) => show(erasurePreviewFace(await previewErasure(core, { actor }))),
} satisfies DiscordButton;
