import { requireTry } from "#bots/code-tries.ts";
import { t } from "#core/language/t.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { hearingRefused } from "#core/moderation/appeals/hear-refused.ts";
import { isUnderAppeal, replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { fromAccount } from "../appeal-choices.ts";
import { filedLine, repliedLine, sideField } from "../appeal-fields.ts";
import type { Option } from "../choices.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

const codeField = (isNeeded: boolean) =>
  textField({
    id: "code",
    label: t("Code"),
    hint: isNeeded
      ? t("From the message about the decision, such as 7KQ2-M4XD.")
      : t("From this account you need none. It is for decisions about another one."),
    limit: 20,
    ...(isNeeded ? {} : { optional: true }),
  });

/** Where something was decided about the account itself, no code is needed; of several decisions one is chosen. */
export function appealByCodeModal(decisions: readonly Option[]): Modal {
  const which = selectField({
    id: "decision",
    label: t("Which decision?"),
    hint: t("Leave it out if you type a code."),
    options: decisions,
    optional: true,
  });
  return modal("appeal-by-code", "any", t("Ask for another look"), [
    ...(decisions.length > 1 ? [which] : []),
    codeField(decisions.length === 0),
    sideField(),
  ]);
}

/** For whoever has the code, or whose own account it is about, member or not: a ban must not keep anybody from being heard. */
export const appealByCodeForm = {
  verb: "appeal-by-code",
  reply: "private",
  changes: true,
  access: "anyone",
  again: (subject) => ({ verb: "appeal-by-code", subject, label: t("Try again"), look: "main" }),
  async run({ core, handling, who, fields }) {
    const { code = "", decision = "", text = "" } = fields;
    const from = fromAccount(who);
    const typed = code.trim();
    const proof =
      typed === "" ? { from, ...(decision === "" ? {} : { decisionId: decision }) } : { code: typed, from };
    if ("code" in proof) await hearingRefused(handling, { proof, text }, async () => requireTry(core, from));
    if (await isUnderAppeal(core, proof))
      return repliedLine(await replyToAppeal(handling, { ...proof, text }));
    return filedLine(await fileAppeal(handling, { ...proof, text }));
  },
} satisfies DiscordForm;
