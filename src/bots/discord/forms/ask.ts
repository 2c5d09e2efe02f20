import { t } from "#core/language/t.ts";
import { answersFor } from "#core/library/find-answers.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { forWhomFrom } from "#core/questions/for-whom.ts";
import { draftContent } from "../cards/preview.ts";
import { ageBands, forWhomChoices, topicChoices } from "../choices.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

/** The form for a question. `source` names the message it was opened on, as channel/message. */
export function askModal(source: string, text?: string): Modal {
  return modal("ask", source, t("Ask a provider"), [
    textField({
      id: "question",
      label: t("Your question"),
      hint: t(
        "In danger now? Call your local emergency number (911 / 999 / 112). Not watched around the clock.",
      ),
      value: text,
      limit: 2000,
      long: true,
    }),
    textField({ id: "tried", label: t("What you have tried"), limit: 600, long: true, optional: true }),
    selectField({ id: "topic", label: t("Topic"), options: topicChoices() }),
    selectField({ id: "forWhom", label: t("For whom"), options: forWhomChoices() }),
    selectField({ id: "ageBand", label: t("Age"), options: ageBands() }),
  ]);
}

/** Only its writer may offer a message, and dispatch knows the writer's message by the form it opened itself. */
function sourceOf(subject: string): { platform: string; channelId: string; messageId: string } | undefined {
  const [channelId = "", messageId] = subject.split("/");
  return messageId === undefined ? undefined : { platform: "discord", channelId, messageId };
}

export const askForm = {
  verb: "ask",
  reply: "private",
  changes: true,
  access: "question.ask",
  async run({ core, handling, actor, subjectId, fields }) {
    const sourceMessage = sourceOf(subjectId);
    const draft = await draftQuestion(handling, {
      actor,
      text: fields.question ?? "",
      tried: fields.tried ?? "",
      topic: fields.topic ?? "",
      forWhom: forWhomFrom(fields.forWhom) ?? "self",
      ageBand: fields.ageBand ?? "",
      ...(sourceMessage === undefined ? {} : { sourceMessage }),
    });
    return draftContent(draft, await answersFor(core, { actor, draft }));
  },
} satisfies DiscordForm;
