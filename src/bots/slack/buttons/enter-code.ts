import { enterCodeForm } from "../forms/enter-code.ts";
import type { SlackButton } from "../press.ts";

export const enterCodeButton = {
  verb: "enter-code",
  changes: false,
  access: "credential.prove",
  run: async () => ({ form: enterCodeForm() }),
} satisfies SlackButton;
