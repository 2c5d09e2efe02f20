import { appealableBy } from "#core/moderation/appeals/appealable.ts";
import { appealCodeForm, fromAccount } from "../forms/appeal-code.ts";
import type { SlackButton } from "../press.ts";

/** "Ask for another look": also for whoever is no member any more. */
export const appealCodeButton = {
  verb: "appeal-code",
  changes: false,
  access: "anyone",
  run: async ({ core, who }) => ({
    form: appealCodeForm(await appealableBy(core.db, core, fromAccount(who))),
  }),
} satisfies SlackButton;
