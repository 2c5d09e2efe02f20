import { describe, expect, test } from "vitest";
import { takeBack } from "#core/questions/take-back.ts";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { digitsIn } from "../../support/digits.ts";
import { type Rig, rig, screenOf, sees, until } from "./rig.ts";

const ANSWER = {
  "What this often is": "I'm sorry you are so tired. It is often harmless.",
  "What people usually can do": "Rest and drink water.",
  "Ask your clinician": "Ask about iron.",
};

async function openForm(person: SlackPerson, label: string): Promise<string> {
  await person.press(label);
  await person.when(() => person.form !== undefined);
  return person.form?.text ?? "";
}

async function answered(it: Rig, person: SlackPerson): Promise<{ questionId: string; ts: string }> {
  const asked = await it.ask("Why am I so tired?", "Tea");
  await openForm(person, "Answer");
  expect(await person.submit(ANSWER)).toBe("closed");
  await until(() => it.patients.cardsOf("answer")[0]);
  await sees(person, "Edit answer");
  await sees(person, "Send to patient");
  return asked;
}

describe("a provider on Slack", () => {
  test("sees one card, claims it with Answer, answers, and the card is edited in place", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    const { ts } = await it.ask("Why am I so tired? Call me on 020 7946 0958.", "Tea");
    expect(screenOf(ana)).toContain("[phone number]");
    expect(digitsIn(JSON.stringify(it.slack.received), "7946", "02079460958")).toEqual([]);
    const form = await openForm(ana, "Answer");
    expect(form).toContain("Why am I so tired?");
    expect(form).toContain("Tea");
    expect(await ana.submit(ANSWER)).toBe("closed");
    const answer = await until(() => it.patients.cardsOf("answer")[0]);
    expect(answer.answer).toMatchObject({ can: "Rest and drink water.", urgent: "" });
    expect(answer.credential).toMatchObject({ profession: "Pharmacist", jurisdiction: "United Kingdom" });
    await until(() =>
      JSON.stringify(it.slack.messages(it.intakeId).find((one) => one.ts === ts)?.blocks).includes(
        "Answered",
      ),
    );
    const cards = it.slack.messages(it.intakeId).filter((one) => one.thread_ts === undefined && one.botId);
    expect(cards.map((one) => one.ts)).toEqual([ts]);
    expect(it.logged.filter(({ event }) => event.startsWith("slack."))).toEqual([]);
  });

  test("sees who holds a question, and learns it when pressing too", async () => {
    await using it = await rig();
    const [ana, ben] = [await it.provider("Ana"), await it.provider("Ben")];
    await it.ask("Why am I so tired?");
    await openForm(ana, "Answer");
    await sees(ben, "Claimed by Ana");
    await ben.press("Answer");
    await sees(ben, "Somebody was quicker");
    expect(ben.form).toBeUndefined();
    expect(screenOf(ana)).not.toContain("Somebody was quicker");
  });

  test("is shown what makes an answer personal, and sends it only with a reason", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await it.ask("Why am I so tired?");
    await openForm(ana, "Answer");
    const risky = { ...ANSWER, "What people usually can do": "You should take 400 mg of ibuprofen." };
    expect(await ana.submit(risky)).toBe("updated");
    expect(ana.form?.text).toContain("Please keep it general");
    expect(ana.form?.text).toContain("400 mg");
    expect(it.patients.cardsOf("answer")).toEqual([]);
    expect(await ana.submit({})).toBe("updated");
    expect(it.patients.cardsOf("answer")).toEqual([]);
    expect(await ana.submit({ "Why it should be sent as it is": "It is on the packet." })).toBe("closed");
    const answer = await until(() => it.patients.cardsOf("answer")[0]);
    expect(answer.answer?.can).toBe("You should take 400 mg of ibuprofen.");
  });

  test("whose form is empty is told under the field, and can still send it filled", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await it.ask("Why am I so tired?");
    await openForm(ana, "Answer");
    expect(await ana.submit({})).toBe("errors");
    expect(JSON.stringify(ana.form?.errors)).toContain("Nothing there");
    expect(await ana.submit(ANSWER)).toBe("closed");
    await until(() => it.patients.cardsOf("answer")[0]);
  });

  test("edits an answer, and both sides say so", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await answered(it, ana);
    const form = await openForm(ana, "Edit answer");
    expect(form).toContain("Edit answer");
    expect(await ana.submit({ "What people usually can do": "Rest well." })).toBe("closed");
    await until(() => it.patients.cardsOf("answer").find(({ edited }) => edited));
    expect(it.patients.cardsOf("answer").map(({ answer }) => answer?.can)).toEqual(["Rest well."]);
    await sees(ana, "Rest well.");
    await sees(ana, "(edited)");
  });

  test("asks back and sends a further message", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await answered(it, ana);
    await openForm(ana, "Send to patient");
    expect(await ana.submit({ "Message to the patient": "How did it go?" })).toBe("closed");
    await until(() => it.patients.cardsOf("answer").find(({ text }) => text === "How did it go?"));
    await openForm(ana, "Ask back");
    expect(await ana.submit({ "Your question to the patient": "Since when?" })).toBe("closed");
    await until(() => it.patients.cardsOf("answer").find(({ message }) => message === "ask-back"));
  });

  test("asks back with a question that fits many, with words of their own below it, but not with nothing", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await answered(it, ana);
    await openForm(ana, "Ask back");
    expect(await ana.submit({})).toBe("errors");
    const preset = { "A question that fits many": "What have you tried so far?" };
    expect(await ana.submit({ ...preset, "Your question to the patient": "Also heat?" })).toBe("closed");
    const both = "What have you tried so far?\n\nAlso heat?";
    await until(() => it.patients.cardsOf("answer").find(({ text }) => text === both));
  });

  test("releases a question, and steps back without a word to colleagues", async () => {
    await using it = await rig();
    const [ana, ben] = [await it.provider("Ana"), await it.provider("Ben")];
    await it.ask("Why am I so tired?");
    await openForm(ana, "Answer");
    await ana.close();
    await sees(ben, "Claimed by Ana");
    await ana.press("Release");
    await sees(ben, "Waiting for a volunteer");
    await ana.press("I may know this person");
    await until(() => it.slack.ephemerals(ana.id).length > 0);
    expect(screenOf(ben)).not.toMatch(/may know this person\b(?!\])/);
    expect(screenOf(ben)).toContain("Waiting for a volunteer");
  });

  test("says that it needs in-person care, and the patient is told how to ask for that", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await it.ask("Why am I so tired?");
    await ana.press("Needs in-person care");
    const notice = await until(() => it.patients.cardsOf("notice")[0]);
    expect(notice.about).toEqual({ what: "needs-in-person" });
    await sees(ana, "Closed");
  });

  test("reports a question: it is paused, and the moderators learn of it", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await it.ask("Why am I so tired?");
    await openForm(ana, "Report");
    expect(await ana.submit({ "What is wrong?": "This is an advert." })).toBe("updated");
    expect(ana.form?.text).toContain("The other person isn't told who reported.");
    await sees(ana, "Paused by a report");
    await sees(ana, "Case 1: a text of a conversation");
    expect(screenOf(ana)).not.toContain("This is an advert.");
  });

  test("who writes in the thread is told once that it stays inside", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    const { ts } = await it.ask("Why am I so tired?");
    ana.type(it.intakeId, "Could be iron?", { thread: ts });
    ana.type(it.intakeId, "I agree with myself", { thread: ts });
    await sees(ana, "never reaches the patient");
    await it.ask("And another thing?");
    expect(screenOf(ana).split("never reaches the patient")).toHaveLength(2);
    expect(JSON.stringify(it.patients.cardsOf("answer"))).not.toContain("iron");
  });

  test("sees the text go when the patient takes it back", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    const { questionId } = await it.ask("Why am I so tired?");
    await takeBack(it.core, { actor: it.patient, questionId });
    await until(() => !screenOf(ana).includes("Why am I so tired?"));
  });

  test("is on it when a member may be in danger", async () => {
    await using it = await rig();
    const [ana, ben] = [await it.provider("Ana"), await it.provider("Ben")];
    await it.ask("I want to kill myself tonight");
    await until(() => it.slack.messages(it.crisisId).some((one) => one.botId));
    expect(JSON.stringify(it.slack.messages(it.crisisId))).not.toContain("kill myself");
    await ana.press("I'm on it");
    await sees(ben, "Ana is on it");
    await until(() =>
      it.patients.cardsOf("crisis-support").find(({ about }) => about === "somebody-is-here"),
    );
  });
});

describe("the home page", () => {
  test("of somebody new offers to register, and nothing of the queue", async () => {
    await using it = await rig();
    await it.ask("Why am I so tired?");
    const zoe = it.newcomer("Zoe");
    zoe.openHome();
    await zoe.when(() => zoe.homeText().includes("I'm a provider"));
    expect(zoe.homeText()).not.toContain("tired");
    await zoe.press("Answer");
    await sees(zoe, "You cannot answer yet");
    expect(zoe.form).toBeUndefined();
  });

  test("of a provider shows their standing and the queue, and Answer works there", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await it.ask("Why am I so tired?");
    ana.openHome();
    await ana.when(() => ana.homeText().includes("Why am I so tired?"));
    expect(ana.homeText()).toContain("Pharmacist");
    await ana.press("Answer", { in: "home" });
    await ana.when(() => ana.form !== undefined);
    expect(await ana.submit(ANSWER)).toBe("closed");
    await until(() => it.patients.cardsOf("answer")[0]);
  });
});
