import { t } from "#core/language/t.ts";
import { chooseDigest } from "#core/rhythm/choose-digest.ts";
import { type MyDigest, myDigest } from "#core/rhythm/my-digest.ts";
import { BANDS, type Band, WEEKDAYS } from "#core/rhythm/week.ts";
import { BAND_WORDS, myDigestFace, WEEKDAY_WORDS } from "../cards/digest.ts";
import { show } from "../markup.ts";
import { modal, selectField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function digestWhenModal({ weekday, band }: Pick<MyDigest, "weekday" | "band">): Modal {
  return modal("digest-when", "own", t("Your weekly digest"), [
    selectField({
      id: "weekday",
      label: t("Day"),
      hint: t("With this the digest is on."),
      options: WEEKDAYS.map((day) => ({ value: String(day), label: t(WEEKDAY_WORDS[day]) })),
      chosen: String(weekday),
    }),
    selectField({
      id: "band",
      label: t("Hours"),
      hint: t("By world time (UTC). I then show you the moment by your own clock."),
      options: (Object.keys(BANDS) as Band[]).map((value) => ({ value, label: t(BAND_WORDS[value]) })),
      chosen: band,
    }),
  ]);
}

export const digestWhenForm = {
  verb: "digest-when",
  reply: "private",
  changes: true,
  access: "member.digest",
  async run({ core, handling, actor, fields }) {
    const { weekday = "", band = "" } = fields;
    await chooseDigest(handling, { actor, platform: "discord", weekday, band });
    return show(myDigestFace(await myDigest(core, { actor })));
  },
} satisfies DiscordForm;
