import { appealCodeForm } from "../forms/appeal-code.ts";
import type { SlackButton } from "../press.ts";

/** "I have an appeal code": also for whoever is no member any more. */
export const appealCodeButton = {
  verb: "appeal-code",
  changes: false,
  access: "anyone",
  run: async () => ({ form: appealCodeForm() }),
} satisfies SlackButton;
