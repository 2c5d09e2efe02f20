import { startMailProof } from "#core/credentials/proof/start-mail-proof.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { enterCodeForm } from "./enter-code.ts";

export function workMailForm(): Form {
  return {
    verb: "work-mail",
    subject: "own",
    title: "Work e-mail",
    pieces: [
      {
        ours: "We send a code to your address at a clinic or hospital that this community knows. The address is forgotten once the code was used.",
      },
    ],
    fields: [{ id: "address", label: "Your work e-mail address", limit: 254 }],
  };
}

export const workMailSent = {
  verb: "work-mail",
  changes: true,
  access: "credential.prove",
  clean: true,
  blames: "address",
  async run({ handling, actor, fields }) {
    await startMailProof(handling, { actor, address: fields.address ?? "" });
    return { form: enterCodeForm() };
  },
} satisfies SlackForm;
