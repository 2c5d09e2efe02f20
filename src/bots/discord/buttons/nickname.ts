import { memberSettings } from "#core/members/member-settings.ts";
import { nicknameModal } from "../forms/nickname.ts";
import type { DiscordButton } from "../press.ts";

export const nicknameButton = {
  verb: "nickname",
  reply: "form",
  changes: false,
  access: "member.settings",
  run: async ({ core, actor }) => nicknameModal((await memberSettings(core, { actor })).nickname),
} satisfies DiscordButton;
