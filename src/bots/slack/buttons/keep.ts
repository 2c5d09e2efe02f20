import { readKeep } from "#core/library/read-keep.ts";
import { keepForm } from "../forms/keep.ts";
import type { SlackButton } from "../press.ts";

export const keepButton = {
  verb: "keep",
  changes: false,
  access: "library.keep",
  run: async ({ core, actor, subjectId }) => ({
    form: keepForm(await readKeep(core, { actor, messageId: subjectId })),
  }),
} satisfies SlackButton;
