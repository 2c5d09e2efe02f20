import { t } from "#core/language/t.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import type { CrisisLineBook } from "#core/screening/load-crisis-lines.ts";
import { communityOf } from "../actor.ts";
import { countryChoices, countryFrom } from "../choices.ts";
import { escapeText, line } from "../markup.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

const adult = () => [
  { label: t("Yes, I am 18 or over"), value: "yes" },
  { label: t("No"), value: "no" },
];

const hereFor = () => [
  { label: t("Myself"), value: "self" },
  { label: t("Someone I care for, or both of us"), value: "other" },
];

export function joinModal(suggestedName: string, lines: CrisisLineBook): Modal {
  return modal("join", "new", t("Join"), [
    textField({
      id: "pseudonym",
      label: t("Name here"),
      hint: t("Providers see this name, never your Discord name."),
      value: suggestedName,
      limit: 32,
    }),
    selectField({
      id: "country",
      label: t("Country"),
      hint: t("So that we show the right help lines."),
      options: countryChoices(lines),
    }),
    textField({
      id: "otherCountry",
      label: t("Another country"),
      hint: t("Only if it is not in the list."),
      limit: 60,
      optional: true,
    }),
    selectField({ id: "adult", label: t("I am 18 or over"), options: adult() }),
    selectField({
      id: "hereFor",
      label: t("I am here for"),
      hint: t("You can change this later in /privacy."),
      options: hereFor(),
      optional: true,
    }),
  ]);
}

export const joinForm = {
  verb: "join",
  reply: "update",
  changes: true,
  access: "anyone",
  async run({ core, handling, who, fields }) {
    const { communityId, spaceId } = await communityOf(core, who);
    const { pseudonym } = await join(handling, {
      communityId,
      spaceId,
      platform: "discord",
      externalId: who.accountId,
      pseudonym: fields.pseudonym ?? "",
      country: countryFrom(core.crisisLines(), fields.country ?? "", fields.otherCountry ?? ""),
      statesAdult: fields.adult === "yes",
      cares: fields.hereFor === "other",
      textVersion: CONSENT_VERSION,
    });
    return line(
      t("Welcome, {pseudonym}. Press Ask when you are ready; nothing is sent before you say so.", {
        pseudonym: escapeText(pseudonym),
      }),
      [{ verb: "ask", subject: "new", label: t("Ask"), look: "main" }],
    );
  },
} satisfies DiscordForm;
