import { t } from "#core/language/t.ts";
import { findAnswers } from "#core/library/find-answers.ts";
import { ENTRY_LIMITS } from "#core/library/library-entry.ts";
import { foundContent } from "../cards/library.ts";
import { topicChoices } from "../choices.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function findModal(): Modal {
  return modal("find", "new", t("Find an answer"), [
    textField({
      id: "words",
      label: t("What is it about?"),
      hint: t("A few words. Nobody here sees them, and we do not keep them."),
      limit: ENTRY_LIMITS.words,
    }),
    selectField({ id: "topic", label: t("Topic"), options: topicChoices(), optional: true }),
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
