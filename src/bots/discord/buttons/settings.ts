import { memberSettings } from "#core/members/member-settings.ts";
import { settingsModal } from "../forms/settings.ts";
import type { DiscordButton } from "../press.ts";

export const settings = {
  verb: "settings",
  reply: "form",
  changes: false,
  access: "member.settings",
  run: async ({ core, actor }) => settingsModal(await memberSettings(core, { actor }), core.crisisLines()),
} satisfies DiscordButton;
