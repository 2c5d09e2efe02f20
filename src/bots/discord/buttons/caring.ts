import { memberSettings } from "#core/members/member-settings.ts";
import { setCaring } from "#core/members/set-caring.ts";
import { settingsFace } from "../cards/settings.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const caring = {
  verb: "caring",
  reply: "update",
  changes: true,
  access: "member.care",
  async run({ core, handling, actor, subjectId }) {
    await setCaring(handling, { actor, on: subjectId !== "off" });
    return show(settingsFace(await memberSettings(core, { actor })));
  },
} satisfies DiscordButton;
