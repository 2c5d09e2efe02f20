import { readKeptLook } from "#core/library/read-kept-look.ts";
import { keepLookForm } from "../forms/keep-look.ts";
import type { SlackButton } from "../press.ts";

export const keepLook = {
  verb: "keep-look",
  changes: false,
  access: "library.look",
  run: async ({ core, actor, subjectId }) => ({
    form: keepLookForm(await readKeptLook(core, { actor, entryId: subjectId })),
  }),
} satisfies SlackButton;
