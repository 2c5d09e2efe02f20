import { expect, test } from "vitest";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { type Rig, rig, screenOf, sees, until } from "./rig.ts";

const ANSWER = { "What this often is": "I'm sorry. It is often harmless." };
const WORDS = "A walk at noon helps many people.";

async function open(person: SlackPerson, label: string): Promise<string> {
  await person.press(label);
  await person.when(() => person.form !== undefined);
  return person.form?.text ?? "";
}

/** Ana answered; Ben is a colleague. */
async function answered(it: Rig) {
  const [ana, ben] = [await it.provider("Ana"), await it.provider("Ben")];
  await it.ask("Why am I so tired?", "Tea");
  await open(ana, "Answer");
  expect(await ana.submit(ANSWER)).toBe("closed");
  await sees(ben, "Ana answered");
  return { ana, ben };
}

/** What stands beside the answer on the patient's side. */
const opinions = (it: Rig) => it.patients.cardsOf("answer")[0]?.opinions ?? [];

test("a colleague agrees with one press, once, and its author cannot", async () => {
  await using it = await rig();
  const { ana, ben } = await answered(it);
  await ana.press("Agree");
  await sees(ana, "Needs somebody else's opinion");
  await ben.press("Agree");
  await sees(ben, "The patient sees beside the answer that you agree.");
  await until(() => opinions(it).length === 1);
  await sees(ana, "Ben agrees with the answer of Ana");
  await ben.press("Agree");
  await sees(ben, "You have said so already");
  await ana.press("Withdraw");
  await sees(ana, "Not yours to withdraw");
  expect(opinions(it)).toMatchObject([{ stance: "agree" }]);
  await ben.press("Withdraw");
  await until(() => opinions(it).length === 0);
  await until(() => !screenOf(ana).includes("Ben agrees"));
  expect(it.logged.filter(({ event }) => event.startsWith("slack."))).toEqual([]);
});

test("a colleague sees it differently in words of their own, which are checked like an answer's", async () => {
  await using it = await rig();
  const { ana, ben } = await answered(it);
  const form = await open(ben, "See differently");
  for (const part of ["Why am I so tired?", "Tea", "It is often harmless.", "not who is right"])
    expect(form).toContain(part);
  expect(await ben.submit({ "How you see it": "You should take 400 mg of iron." })).toBe("updated");
  expect(ben.form?.text).toContain("400 mg");
  expect(opinions(it)).toEqual([]);
  expect(await ben.submit({ "How you see it": WORDS })).toBe("closed");
  await until(() => opinions(it).length === 1);
  expect(opinions(it)).toMatchObject([{ stance: "differ", text: WORDS }]);
  await sees(ana, WORDS);
  await ana.press("Edit answer");
  await ana.when(() => ana.form !== undefined);
  await ana.submit({ "What this often is": "I'm sorry. It is very often harmless." });
  await sees(ana, "The answer has other words by now");
  await until(() => opinions(it).length === 0);
});

test("who read older words, or lost their standing with the form open, is told so, and nothing is sent", async () => {
  await using it = await rig();
  const { ana, ben } = await answered(it);
  await open(ben, "Add");
  await open(ana, "Edit answer");
  await ana.submit({ "What this often is": "I'm sorry. It is very often harmless." });
  await sees(ana, "Ana answered (edited)");
  expect(await ben.submit({ "What you add": WORDS })).toBe("errors");
  expect(JSON.stringify(ben.form?.errors)).toContain("other words than the ones that you read");
  await ben.close();
  await sees(ben, "Ana answered (edited)");
  await open(ben, "Add");
  const { id: memberId } = await it.core.db.member.findFirstOrThrow({ where: { pseudonym: "Ben" } });
  await it.core.db.credential.updateMany({ where: { memberId }, data: { expiresAt: new Date(0) } });
  expect(await ben.submit({ "What you add": WORDS })).toBe("errors");
  expect(JSON.stringify(ben.form?.errors)).toContain("run out");
  expect(opinions(it)).toEqual([]);
});
