import { DomainError } from "#core/errors.ts";
import { APPEAL_LIMIT } from "#core/moderation/appeals/appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { appealFiled } from "./appeal.ts";
import { REPLIED } from "./reply-to-appeal.ts";

/** For whoever has the code of a decision, member or not any more. */
export function appealCodeForm(): Form {
  return {
    verb: "appeal-code",
    subject: "none",
    title: "Your appeal",
    pieces: [
      {
        ours: "The code stands in the message about the decision. A different person looks at it again. With the same code you can say more later.",
      },
    ],
    fields: [
      { id: "code", label: "Code", limit: 12, hint: "Such as ABCD-1234." },
      { id: "text", label: "What did we get wrong?", limit: APPEAL_LIMIT, long: true },
    ],
  };
}

const isUnderWay = (error: unknown): boolean =>
  error instanceof DomainError &&
  error.code === "appeal_closed" &&
  (error as DomainError<"appeal_closed">).details.why === "decided";

export const appealCodeSent = {
  verb: "appeal-code",
  changes: true,
  access: "anyone",
  blames: "code",
  fieldIds: { appeal: "text", reply: "text" },
  async run({ handling, fields }) {
    const { code = "", text = "" } = fields;
    try {
      return { form: appealFiled((await fileAppeal(handling, { code, text })).dueAt) };
    } catch (error) {
      // It was filed before, so this is one more word on it; once it is decided, that refuses too.
      if (!isUnderWay(error)) throw error;
      await replyToAppeal(handling, { code, text });
      return { form: REPLIED };
    }
  },
} satisfies SlackForm;
