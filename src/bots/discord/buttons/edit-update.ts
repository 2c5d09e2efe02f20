import { updateModal } from "../forms/update.ts";
import type { DiscordButton } from "../press.ts";
import { updateInHand } from "../updates-in-hand.ts";

/** With what was typed while that is remembered. */
export const editUpdate = {
  verb: "edit-update",
  reply: "form",
  changes: false,
  access: "update.write",
  run: async ({ actor: { memberId }, subjectId }) =>
    updateModal(subjectId, updateInHand({ updateId: subjectId, memberId })),
} satisfies DiscordButton;
