import { t } from "#core/language/t.ts";
import { changeSettings } from "#core/members/change-settings.ts";
import { memberSettings } from "#core/members/member-settings.ts";
import { NICKNAME_LIMIT } from "#core/members/nickname.ts";
import { settingsFace } from "../cards/settings.ts";
import { show } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

/** Discord's forms hold five fields, and the first one has them all. */
export const nicknameModal = (nickname: string | null): Modal =>
  modal("nickname", "own", t("What messages call this place"), [
    textField({
      id: "nickname",
      label: t("Nickname"),
      hint: t('Such as "Book club". Only you see it. Leave it empty for the real name.'),
      value: nickname ?? undefined,
      limit: NICKNAME_LIMIT,
      optional: true,
    }),
  ]);

export const nicknameForm = {
  verb: "nickname",
  reply: "update",
  changes: true,
  access: "member.settings",
  async run({ core, handling, actor, fields }) {
    await changeSettings(handling, { actor, nickname: fields.nickname ?? "" });
    return show(settingsFace(await memberSettings(core, { actor })));
  },
} satisfies DiscordForm;
