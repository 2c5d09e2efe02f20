import { findAnswers } from "#core/library/find-answers.ts";
import { ENTRY_LIMITS } from "#core/library/library-entry.ts";
import { foundContent } from "../cards/library.ts";
import { TOPICS } from "../choices.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function findModal(): Modal {
  return modal("find", "new", "Find an answer", [
    textField({
      id: "words",
      label: "What is it about?",
      hint: "A few words. Nobody here sees them, and we do not keep them.",
      limit: ENTRY_LIMITS.words,
    }),
    selectField({ id: "topic", label: "Topic", options: TOPICS, optional: true }),
  ]);
}

/** What is looked for is kept nowhere, so that this press is not stored as others are. */
export const findForm = {
  verb: "find",
  reply: "private",
  changes: false,
  access: "library.find",
  async run({ core, actor, fields }) {
    const topic = fields.topic ?? "";
    return foundContent(
      await findAnswers(core, { actor, words: fields.words ?? "", ...(topic === "" ? {} : { topic }) }),
    );
  },
} satisfies DiscordForm;
