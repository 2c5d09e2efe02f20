import { expect, test } from "vitest";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { type Rig, rig, screenOf, sees, until } from "./rig.ts";

const ANSWER = {
  "What this often is": "I'm sorry. It is often harmless.",
  "Ask your clinician": "Ask about iron.",
};
const RISKY = { ...ANSWER, "What people usually can do": "You should take 400 mg of ibuprofen." };

async function open(person: SlackPerson, label: string): Promise<string> {
  await person.press(label);
  await person.when(() => person.form !== undefined);
  return person.form?.text ?? "";
}

/** Ana and Ben, in a community where a colleague looks at the first answer of each; Ana has written one. */
async function held(it: Rig, text: Record<string, string> = ANSWER) {
  await it.core.db.community.updateMany({ data: { secondLooks: 1 } });
  const [ana, ben] = [await it.provider("Ana"), await it.provider("Ben")];
  const { questionId } = await it.ask("Why am I so tired?", "Tea");
  expect(await open(ana, "Answer")).toContain("A colleague looks at this answer before it is sent.");
  if (text === RISKY) {
    expect(await ana.submit(text)).toBe("updated");
    expect(await ana.submit({ "Why it should be sent as it is": "It is on the packet." })).toBe("closed");
  } else expect(await ana.submit(text)).toBe("closed");
  await sees(ben, "Look at the answer");
  await sees(ben, "Written by Ana");
  return { ana, ben, questionId };
}

test("a colleague reads all of it, with the credential, what the check found and why, and sends it", async () => {
  await using it = await rig();
  const { ana, ben } = await held(it, RISKY);
  const form = await open(ben, "Look at the answer");
  for (const part of [
    "Why am I so tired?",
    "Tea",
    "Ana",
    "Pharmacist (verified), United Kingdom",
    "It is often harmless.",
  ])
    expect(form).toContain(part);
  expect(form).toContain("400 mg");
  expect(form).toContain("It is on the packet.");
  expect(it.patients.cardsOf("answer")).toEqual([]);
  expect(await ben.submit({ "What now?": "Send it" })).toBe("closed");
  const answer = await until(() => it.patients.cardsOf("answer")[0]);
  expect(answer.answer).toMatchObject({ can: "You should take 400 mg of ibuprofen." });
  await sees(ana, "Answered by Ana");
  await sees(ana, "Ana answered");
  expect(it.logged.filter(({ event }) => event.startsWith("slack."))).toEqual([]);
});

test("nothing is chosen beforehand, and sending back needs a word about what should change", async () => {
  await using it = await rig();
  const { ben } = await held(it);
  await open(ben, "Look at the answer");
  await expect(ben.submit({})).rejects.toThrow("What now?");
  expect(await ben.submit({ "What now?": "Send it back" })).toBe("errors");
  expect(it.patients.cardsOf("answer")).toEqual([]);
  expect(await ben.submit({ "What should change?": "When to be seen?" })).toBe("closed");
});

test("its author reads privately what should change, finds the text again, and it is looked at anew", async () => {
  await using it = await rig();
  const { ana, ben } = await held(it);
  await open(ben, "Look at the answer");
  await ben.submit({ "What now?": "Send it back", "What should change?": "When to be seen?" });
  await sees(ana, "Ben asks you to change this");
  expect(screenOf(ben)).not.toContain("When to be seen?");
  const form = await open(ana, "Answer");
  expect(form).toContain("Ben sent your answer back");
  expect(form).toContain("When to be seen?");
  expect(await ana.submit({ "Get seen now if": "You faint." })).toBe("closed");
  await until(async () => (await it.core.db.question.count({ where: { status: "held" } })) === 1);
  await sees(ben, "Written by Ana");
  expect(await open(ben, "Look at the answer")).toContain("You faint.");
  await ben.submit({ "What now?": "Send it" });
  const answer = await until(() => it.patients.cardsOf("answer")[0]);
  expect(answer.answer).toMatchObject({ often: "I'm sorry. It is often harmless.", urgent: "You faint." });
});

test("its author cannot pass it, and is not asked to on their own page", async () => {
  await using it = await rig();
  const { ana, ben } = await held(it);
  await ana.press("Look at the answer");
  await sees(ana, "Your own answer");
  expect(ana.form).toBeUndefined();
  ana.openHome();
  await ana.when(() => ana.homeText().includes("A colleague looks at your next answer before it is sent."));
  await ana.when(() => ana.homeText().includes("Why am I so tired?"));
  expect(ana.homeText()).not.toContain("Look at the answer");
  ben.openHome();
  await ben.when(() => ben.homeText().includes("Look at the answer"));
});

test("of two who have it open, the second one learns that it was sent", async () => {
  await using it = await rig();
  const { ben } = await held(it);
  const cai = await it.provider("Cai");
  await open(ben, "Look at the answer");
  await open(cai, "Look at the answer");
  expect(await ben.submit({ "What now?": "Send it" })).toBe("closed");
  expect(await cai.submit({ "What now?": "Send it back", "What should change?": "Shorter." })).toBe("errors");
  expect(JSON.stringify(cai.form?.errors)).toContain("is answered");
  await until(() => it.patients.cardsOf("answer")[0]);
  expect(it.patients.cardsOf("answer")).toHaveLength(1);
});
