import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { isUnderAppeal, replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { filedLine, repliedLine, sideField } from "../appeal-fields.ts";
import { requireTry } from "../code-tries.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function appealByCodeModal(): Modal {
  return modal("appeal-by-code", "any", "Ask for another look", [
    textField({
      id: "code",
      label: "Code",
      hint: "From the message about the decision, such as 7KQ2-M4XD.",
      limit: 20,
    }),
    sideField(),
  ]);
}

/** For whoever has the code, member or not: a ban must not keep anybody from being heard. */
export const appealByCodeForm = {
  verb: "appeal-by-code",
  reply: "private",
  changes: true,
  access: "anyone",
  again: (subject) => ({ verb: "appeal-by-code", subject, label: "Try again", look: "main" }),
  async run({ core, handling, who, fields }) {
    requireTry(core, who.accountId);
    const { code = "", text = "" } = fields;
    if (await isUnderAppeal(core, code)) return repliedLine(await replyToAppeal(handling, { code, text }));
    return filedLine(await fileAppeal(handling, { code, text }));
  },
} satisfies DiscordForm;
