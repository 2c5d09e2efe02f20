import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import { PROFESSION_LABELS } from "#core/credentials/professions.ts";
import { t } from "#core/language/t.ts";
import { toFillIn } from "../cards/claim.ts";
import { line } from "../markup.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

/** Five fields are all that Discord has room for, so the name is one. */
export function claimCredentialModal(subject: string): Modal {
  return modal("claim-credential", subject, t("Your credential"), [
    textField({
      id: "name",
      label: t("Name on the licence"),
      hint: t("Last name first, then a comma: Vale, Robin Jane"),
      limit: 160,
    }),
    selectField({
      id: "profession",
      label: t("Profession"),
      hint: t("The one that this licence is for."),
      options: PROFESSION_LABELS.map((label) => ({ label, value: label })),
    }),
    textField({
      id: "jurisdiction",
      label: t("Licensed where?"),
      hint: t("A state or province; elsewhere a country."),
      limit: 80,
    }),
    textField({ id: "licence", label: t("Licence number"), limit: 80 }),
    textField({
      id: "npi",
      label: t("NPI"),
      hint: t("In the United States: ten digits."),
      limit: 20,
      optional: true,
    }),
  ]);
}

/** "Vale, Robin Jane"; without a comma the last word is the last name. */
export function namesFrom(typed: string): { first: string; last: string } {
  const comma = typed.indexOf(",");
  if (comma >= 0) return { first: typed.slice(comma + 1).trim(), last: typed.slice(0, comma).trim() };
  const words = typed.trim().split(/\s+/);
  return { first: words.slice(0, -1).join(" "), last: words.at(-1) ?? "" };
}

export const claimCredentialForm = {
  verb: "claim-credential",
  reply: "private",
  changes: true,
  access: "credential.claim",
  clean: true,
  again: (subject) => toFillIn(subject, t("Fill in the form again")),
  async run({ handling, actor, fields }) {
    const { name = "", profession = "", jurisdiction = "", licence = "", npi = "" } = fields;
    const names = { ...namesFrom(name), former: "" };
    await claimCredential(handling, {
      claimant: { actor },
      typed: { ...names, profession, jurisdiction, licence, npi, display: "" },
    });
    return line(
      t(
        "Thank you, we have your claim. I tell you each step in a direct message. /claim shows how it stands.",
      ),
    );
  },
} satisfies DiscordForm;
