import { workMailForm } from "../forms/work-mail.ts";
import type { SlackButton } from "../press.ts";

export const workMailButton = {
  verb: "work-mail",
  changes: false,
  access: "credential.prove",
  run: async () => ({ form: workMailForm() }),
} satisfies SlackButton;
