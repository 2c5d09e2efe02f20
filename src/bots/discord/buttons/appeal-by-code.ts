import { appealChoices } from "../appeal-choices.ts";
import { appealByCodeModal } from "../forms/appeal-by-code.ts";
import type { DiscordButton } from "../press.ts";

/** For anyone: the code is the permission, or the account that something was decided about. */
export const appealByCodeButton = {
  verb: "appeal-by-code",
  reply: "form",
  changes: false,
  access: "anyone",
  run: async ({ core, who }) => appealByCodeModal(await appealChoices(core, who)),
} satisfies DiscordButton;
