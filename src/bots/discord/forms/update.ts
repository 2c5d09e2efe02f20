import { t } from "#core/language/t.ts";
import { draftUpdate, UPDATE_LIMIT } from "#core/peers/friends/draft-update.ts";
import { updatePreview } from "../cards/update-preview.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";
import { rememberUpdate } from "../updates-in-hand.ts";

/** The subject is the draft that it replaces, or "new". */
export function updateModal(subject: string, typed?: string): Modal {
  return modal("update", subject, t("Tell your friends"), [
    textField({
      id: "text",
      label: t("How are you?"),
      hint: t("You see what they will read before anything is sent."),
      value: typed,
      limit: UPDATE_LIMIT,
      long: true,
    }),
  ]);
}

export const updateForm = {
  verb: "update",
  reply: "private",
  changes: true,
  access: "update.write",
  async run({ handling, actor, subjectId, fields }) {
    const replaces = subjectId === "new" ? {} : { updateId: subjectId };
    const draft = await draftUpdate(handling, { actor, text: fields.text ?? "", ...replaces });
    const { updateId, preview } = draft;
    rememberUpdate({ updateId, memberId: actor.memberId }, preview.map(({ text }) => text).join(""));
    return updatePreview(draft);
  },
} satisfies DiscordForm;
