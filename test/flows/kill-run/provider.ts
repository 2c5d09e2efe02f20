import type { SlackPerson } from "#sandbox/slack/person.ts";
import type { Conversation } from "./marks.ts";
import { persist } from "./persist.ts";

const FORM_WITHIN_MS = 1500;

function sees(provider: SlackPerson, text: string): boolean {
  return provider.screen().some(({ messages }) => messages.some((one) => one.text.includes(text)));
}

interface Writing {
  readonly button: string;
  readonly intakeId: string;
  readonly question: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Opens the form on the question's card, and sends it until Slack closes it. */
async function write(provider: SlackPerson, { button, intakeId, question, fields }: Writing): Promise<void> {
  let over = false;
  await persist(
    `${provider.name} presses ${button} on ${question}`,
    () => over,
    async () => {
      if (provider.form === undefined) {
        await provider.press(button, { in: intakeId, containing: question });
        await provider.when(() => provider.form !== undefined, { withinMs: FORM_WITHIN_MS });
      }
      const result = await provider.submit({ ...fields });
      over = result === "closed";
      // A form that was put in this one's place says what became of it, or that it failed; both are closed.
      if (result === "updated") {
        over = !provider.form?.text.includes("failed on our side");
        await provider.close();
      }
    },
  );
}

/** Answers each question of the list as it appears, and writes further notes about it. */
export async function serve(
  provider: SlackPerson,
  intakeId: string,
  talks: readonly Conversation[],
): Promise<void> {
  const open = new Set(talks);
  while (open.size > 0) {
    let next: Conversation | undefined;
    await persist(
      `${provider.name} waits for a question`,
      () => next !== undefined,
      async () => {
        next = [...open].find(({ question }) => sees(provider, question));
      },
    );
    if (next === undefined) return;
    open.delete(next);
    const { question, answer, notes } = next;
    await write(provider, {
      button: "Answer",
      intakeId,
      question,
      fields: { "What this often is": `Many people notice ${answer}, and it is often harmless.` },
    });
    for (const note of notes)
      await write(provider, {
        button: "Send to patient",
        intakeId,
        question,
        fields: { "Message to the patient": `One more thing about ${note}.` },
      });
  }
}
