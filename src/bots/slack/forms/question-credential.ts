import { questionCredential } from "#core/credentials/cases/question-credential.ts";
import type { CredentialCard } from "#core/credentials/credential-card.ts";
import { credentialPieces } from "../cards/credential.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";

/** What was checked, and below it the way to question it; one's own cannot be questioned. */
export function credentialForm(card: CredentialCard, isOwn: boolean): Form {
  return {
    verb: "question-credential",
    subject: card.credentialId,
    title: "Credentials",
    submit: "Question it",
    pieces: credentialPieces(card),
    fields: isOwn
      ? []
      : [
          {
            id: "reason",
            label: "Question this credential",
            limit: 500,
            long: true,
            hint: "What makes you doubt it? A moderator looks; nothing changes before, and nobody is told who asked.",
          },
        ],
  };
}

export const questionCredentialSent = {
  verb: "question-credential",
  changes: true,
  access: "credential.question",
  blames: "reason",
  async run({ handling, actor, subjectId, fields }) {
    await questionCredential(handling, { actor, credentialId: subjectId, reason: fields.reason ?? "" });
    return undefined;
  },
} satisfies SlackForm;
