import { t } from "#core/language/t.ts";
import { changeSettings } from "#core/members/change-settings.ts";
import { memberSettings } from "#core/members/member-settings.ts";
import type { CrisisLineBook } from "#core/screening/load-crisis-lines.ts";
import { REACH_WORDS, type Settings, settingsFace } from "../cards/settings.ts";
import { countryChoices, countryFrom } from "../choices.ts";
import { show } from "../markup.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

const reaches = () =>
  (["dm", "thread", "inbox"] as const).map((value) => ({ label: t(REACH_WORDS[value]), value }));
const quietChoices = () => [
  { label: t('On: a message says only "You have a reply"'), value: "on" },
  { label: t("Off: a message shows the reply"), value: "off" },
];

export function settingsModal(
  { pseudonym, country, reach, quiet }: Pick<Settings, "pseudonym" | "country" | "reach" | "quiet">,
  lines: CrisisLineBook,
): Modal {
  const countries = countryChoices(lines);
  const listed = countries.some(({ value }) => value === country);
  return modal("settings", "own", t("Your privacy here"), [
    textField({ id: "pseudonym", label: t("Name here"), value: pseudonym, limit: 32 }),
    selectField({
      id: "country",
      label: t("Country"),
      options: countries,
      chosen: listed ? (country ?? undefined) : "ZZ",
    }),
    textField({
      id: "otherCountry",
      label: t("Another country"),
      value: listed ? undefined : (country ?? undefined),
      limit: 60,
      optional: true,
    }),
    selectField({ id: "reach", label: t("How replies reach you"), options: reaches(), chosen: reach }),
    selectField({ id: "quiet", label: t("Quiet"), options: quietChoices(), chosen: quiet ? "on" : "off" }),
  ]);
}

export const settingsForm = {
  verb: "settings",
  reply: "update",
  changes: true,
  access: "member.settings",
  async run({ core, handling, actor, fields }) {
    await changeSettings(handling, {
      actor,
      pseudonym: fields.pseudonym ?? "",
      country: countryFrom(core.crisisLines(), fields.country ?? "", fields.otherCountry ?? ""),
      ...(fields.reach === "dm" || fields.reach === "thread" || fields.reach === "inbox"
        ? { reach: fields.reach }
        : {}),
      quiet: fields.quiet === "on",
    });
    return show(settingsFace(await memberSettings(core, { actor })));
  },
} satisfies DiscordForm;
