import type { DiscordPerson } from "#sandbox/discord/person.ts";
import type { ScreenMessage } from "#sandbox/discord/screen.ts";
import type { Conversation } from "./marks.ts";
import { persist } from "./persist.ts";

/** Real milliseconds after which somebody tries again what showed no result. */
const NO_PREVIEW_MS = 2500;
const NO_RESULT_MS = 600;

function messagesOf(patient: DiscordPerson): ScreenMessage[] {
  return patient.screen().flatMap(({ messages }) => messages);
}

function receipts(patient: DiscordPerson): number {
  return messagesOf(patient).filter(({ text, ephemeral }) => !ephemeral && /Question \d+ received/.test(text))
    .length;
}

interface Crossing {
  readonly text: string;
  /** Opens the form that the text is typed into. */
  readonly open: () => Promise<void>;
  readonly fields: Readonly<Record<string, string>>;
  /** Was the person told that it was sent? `card` is the preview on which Send was pressed. */
  readonly accepted: (card: string | undefined) => boolean;
}

/** Fills the form, and presses Send on the one preview until it is clear that the text was sent. */
async function cross(patient: DiscordPerson, { text, open, fields, accepted }: Crossing): Promise<void> {
  let card: string | undefined;
  let triedAt = 0;
  await persist(
    `${patient.name} sends ${text}`,
    () => accepted(card),
    async () => {
      card ??= messagesOf(patient).findLast(
        (one) => one.text.includes(text) && one.labels.includes("Send this card"),
      )?.ref;
      // The preview of an earlier try appeared after all: the form that was opened again is not needed.
      if (card !== undefined && patient.form !== undefined) patient.dismiss();
      const wait = card === undefined ? NO_PREVIEW_MS : NO_RESULT_MS;
      if (card === undefined && patient.form !== undefined) {
        await patient.submit(fields);
        triedAt = Date.now();
      } else if (Date.now() - triedAt > wait) {
        if (card === undefined) await open();
        else {
          triedAt = Date.now();
          await patient.press("Send this card", { in: card });
        }
      }
    },
  );
}

async function ask(patient: DiscordPerson, askChannelId: string, text: string): Promise<void> {
  const before = receipts(patient);
  await cross(patient, {
    text,
    open: () => patient.command("ask", {}, { channelId: askChannelId }),
    fields: {
      "Your question": `Why is ${text} worse at night?`,
      Topic: "Symptoms",
      "For whom": "For myself",
      Age: "30-44",
    },
    accepted: () => receipts(patient) > before,
  });
}

function replyAccepted(patient: DiscordPerson, card: string | undefined): boolean {
  return messagesOf(patient).some(({ ref, text }) => ref === card && text.startsWith("Sent."));
}

/** Asks, waits for the answer, and adds all replies one after the other. */
export async function converse(
  patient: DiscordPerson,
  askChannelId: string,
  { question, answer, replies }: Conversation,
): Promise<void> {
  await ask(patient, askChannelId, question);
  await persist(
    `${patient.name} waits for ${answer}`,
    () => messagesOf(patient).some(({ text }) => text.includes(answer)),
    async () => {},
  );
  for (const text of replies)
    await cross(patient, {
      text,
      open: () => patient.press("Reply", { containing: answer }),
      fields: { "Your reply": `And what about ${text}?` },
      accepted: (card) => replyAccepted(patient, card),
    });
}
