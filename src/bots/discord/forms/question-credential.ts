import { questionCredential } from "#core/credentials/cases/question-credential.ts";
import { credentialOfAccount } from "#core/credentials/credential-of-account.ts";
import { refuse } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { line } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, MemberPress, Modal } from "../press.ts";

export function questionCredentialModal(subject: string): Modal {
  return modal("question-credential", subject, t("Question a credential"), [
    textField({
      id: "reason",
      label: t("What makes you doubt it?"),
      hint: t("The other person isn't told who asked."),
      limit: 500,
      long: true,
    }),
  ]);
}

/** The subject is a credential, or the account that it was found by in a server. */
async function credentialIdOf({ core, who, subjectId }: MemberPress): Promise<string> {
  if (!/^\d+$/.test(subjectId)) return subjectId;
  const found = await credentialOfAccount(core, {
    platform: "discord",
    accountExternalId: subjectId,
    spaceExternalId: who.spaceId ?? "",
  });
  if (found === undefined) throw refuse("not_found", { what: "credential" });
  return found.shows === "name" ? found.card.credentialId : found.credentialId;
}

export const questionCredentialForm = {
  verb: "question-credential",
  reply: "private",
  changes: true,
  access: "credential.question",
  async run(press) {
    const { handling, actor, fields } = press;
    const credentialId = await credentialIdOf(press);
    await questionCredential(handling, { actor, credentialId, reason: fields.reason ?? "" });
    return line(
      t(
        "Thank you. A moderator will look. Nothing changes for anybody before they agree that there is something to look into, and the other person isn't told who asked.",
      ),
    );
  },
} satisfies DiscordForm;
