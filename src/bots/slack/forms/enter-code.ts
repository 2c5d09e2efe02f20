import { enterCode } from "#core/credentials/proof/enter-code.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";

export function enterCodeForm(): Form {
  return {
    verb: "enter-code",
    subject: "own",
    title: "Enter your code",
    pieces: [
      {
        ours: "The six digits that were read to you on the phone or in the meeting, or that came to your work mail. They count only from here.",
      },
    ],
    fields: [{ id: "code", label: "Code", limit: 12 }],
  };
}

export const enterCodeSent = {
  verb: "enter-code",
  changes: true,
  access: "credential.prove",
  clean: true,
  blames: "code",
  async run({ handling, actor, fields }) {
    await enterCode(handling, { actor, code: fields.code ?? "" });
    return undefined;
  },
} satisfies SlackForm;
