import type { Card, CardKind, CardOf } from "#core/messenger.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { type Rig, until } from "./rig.ts";

export const FIELDS = {
  often: "It is often harmless.",
  can: "Rest and drink water.",
  urgent: "",
  clinician: "Ask about iron.",
};

/** What stands on a person's screen, as one text. */
export function screenOf(person: DiscordPerson): string {
  return JSON.stringify(person.screen());
}

export function threadOf(person: DiscordPerson): string {
  return person.screen().find(({ place }) => place === "thread")?.channelId ?? "";
}

export function inThread(person: DiscordPerson): string {
  return JSON.stringify(person.screen().filter(({ place }) => place === "thread"));
}

export async function sees(person: DiscordPerson, text: string): Promise<void> {
  await until(() => screenOf(person).includes(text)).catch(() => {
    throw new Error(`"${text}" is not on screen: ${screenOf(person)}`);
  });
}

export function teamCard<K extends CardKind>(it: Rig, kind: K): CardOf<K> | undefined {
  return [...it.team.cards.values()].find((card: Card): card is CardOf<K> => card.kind === kind);
}

export async function join(it: Rig, name = "robin"): Promise<DiscordPerson> {
  const person = it.newPerson(name);
  await person.command("start");
  await person.press("Next");
  await person.press("Next");
  await person.press("Join");
  await person.submit({ "Name here": `Calm ${name}`, Country: "GB", "I am 18 or over": "yes" });
  await sees(person, `Welcome, Calm ${name}`);
  return person;
}

export async function ask(person: DiscordPerson, question: string): Promise<void> {
  await person.command("ask");
  await person.submit({
    "Your question": question,
    "What you have tried": "Tea",
    Topic: "Symptoms",
    "For whom": "self",
    Age: "30-44",
  });
  await sees(person, "Send this card");
}

export async function answered(it: Rig, person: DiscordPerson): Promise<string> {
  await ask(person, "Why am I so tired? Call me on 020 7946 0958.");
  await person.press("Send this card");
  const { questionId } = await until(() => teamCard(it, "triage"));
  await claimQuestion(it.core, { actor: it.provider, questionId });
  await answerQuestion(it.core, { actor: it.provider, questionId, text: FIELDS });
  await sees(person, "Rest and drink water.");
  return questionId;
}
