import { describe, expect, test } from "vitest";
import { prepare } from "#bots/discord/prepare.ts";
import { createSendingRest } from "#bots/discord/rest.ts";
import { receiveArrival } from "#core/arrivals/receive-arrival.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { Secret } from "../../../src/config.ts";
import { digitsIn } from "../../support/digits.ts";
import { answered, ask, FIELDS, inThread, join, screenOf, sees, teamCard, threadOf } from "./patient.ts";
import { rig, TOKEN, until } from "./rig.ts";

describe("a patient on Discord", () => {
  test("joins, asks, sees what will cross, sends it and gets the answer by direct message", async () => {
    await using it = await rig();
    const robin = await join(it);
    await ask(robin, "Why am I so tired? Call me on 020 7946 0958.");
    expect(screenOf(robin)).toContain("~~020 7946 0958~~");
    expect(teamCard(it, "triage")).toBeUndefined();
    await robin.press("Send this card");
    await sees(robin, "received");
    const triage = await until(() => teamCard(it, "triage"));
    expect(triage.text?.question).toContain("[phone number]");
    expect(digitsIn(JSON.stringify(triage), "7946", "02079460958")).toEqual([]);
    await claimQuestion(it.core, { actor: it.provider, questionId: triage.questionId });
    await answerQuestion(it.core, { actor: it.provider, questionId: triage.questionId, text: FIELDS });
    await sees(robin, "Rest and drink water.");
    expect(screenOf(robin)).toContain("General information from a Pharmacist");
    await robin.press("Helped");
    await sees(robin, "Thank you for telling us");
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
  });

  test("replies with the form, and nothing crosses before Send", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.press("Reply");
    await robin.submit({ "Your reply": "Thank you, and how long?" });
    await sees(robin, "What will be sent to question");
    expect(teamCard(it, "follow-up")).toBeUndefined();
    await robin.press("Send this card");
    expect((await until(() => teamCard(it, "follow-up"))).text).toBe("Thank you, and how long?");
  });

  test("replies by typing, and is shown the card before it crosses", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.type(robin.dm(), "And how long will it take?");
    await sees(robin, "What will be sent to question");
    expect(teamCard(it, "follow-up")).toBeUndefined();
    await robin.press("Send this card");
    expect((await until(() => teamCard(it, "follow-up"))).text).toBe("And how long will it take?");
  });

  test("takes a question back, and both copies go", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.press("Take back");
    await sees(robin, "was taken back");
    await until(() => !screenOf(robin).includes("Rest and drink water."));
    expect(JSON.stringify([...it.team.cards.values()])).not.toContain("Why am I so tired");
  });

  test("who has not joined is told how to, and no form opens", async () => {
    await using it = await rig();
    const sam = it.newPerson("sam");
    await sam.command("ask");
    expect(sam.form).toBeUndefined();
    await sees(sam, "/start");
  });

  test("edits the draft with what was typed still in the form", async () => {
    await using it = await rig();
    const robin = await join(it);
    await ask(robin, "Why am I so tired?");
    await robin.press("Edit");
    expect(JSON.stringify(robin.form)).toContain("Why am I so tired?");
    await robin.submit({ "Your question": "Why am I so very tired?" });
    await sees(robin, "so very tired");
    await robin.press("Cancel");
    await sees(robin, "Nothing was sent.");
    expect(teamCard(it, "triage")).toBeUndefined();
  });

  test("in danger sees help lines at once, and can still send", async () => {
    await using it = await rig();
    const robin = await join(it);
    await ask(robin, "I want to kill myself tonight");
    expect(screenOf(robin)).toContain("116 123");
    await robin.press("Send this card");
    await until(() => teamCard(it, "triage"));
  });

  test("finds the panel once, however often it is posted", async () => {
    await using it = await rig();
    const rest = createSendingRest({ token: new Secret(TOKEN), api: it.discord.apiUrl, timeoutMs: 5000 });
    await prepare(it.core, rest, { under: () => {}, signal: new AbortController().signal });
    const panels = it.discord.messages(it.askChannelId).filter(({ embeds }) => embeds.length > 0);
    expect(panels.length).toBe(1);
    const robin = await join(it);
    await robin.press("Get help now");
    await sees(robin, "116 123");
  });

  test("who edits or deletes a typed message changes or removes its copy", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    const typed = await robin.type(robin.dm(), "How long will it take?");
    await sees(robin, "What will be sent to question");
    await robin.press("Send this card");
    await until(() => teamCard(it, "follow-up"));
    await robin.edit(typed, "How many weeks will it take?");
    await sees(robin, "What will be sent to question");
    expect(teamCard(it, "follow-up")?.text).toBe("How long will it take?");
    await robin.press("Send this card");
    await until(() => teamCard(it, "follow-up")?.text === "How many weeks will it take?");
    await robin.remove(typed);
    await until(() => teamCard(it, "follow-up") === undefined);
    await sees(robin, "its copy is being removed too");
  });

  test("presses twice, or is heard twice, and it happens once", async () => {
    await using it = await rig();
    const robin = await join(it);
    await ask(robin, "Why am I so tired?");
    await Promise.all([robin.press("Send this card"), robin.press("Send this card")]);
    await until(() => teamCard(it, "triage"));
    await sees(robin, "received");
    expect([...it.team.cards.values()].filter(({ kind }) => kind === "triage").length).toBe(1);
  });

  test("opens the form on their own message only", async () => {
    await using it = await rig();
    const robin = await join(it);
    const own = await robin.type(it.askChannelId, "My knee hurts since Monday.");
    await robin.messageMenu("Ask a provider about this", own);
    expect(JSON.stringify(robin.form)).toContain("My knee hurts since Monday.");
    const sam = await join(it, "sam");
    await sam.messageMenu("Ask a provider about this", own);
    expect(sam.form).toBeUndefined();
    await sees(sam, "must be your own");
  });

  test("chooses quiet, and only Open shows the answer", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.command("privacy");
    await robin.press("Edit");
    await robin.submit({ Quiet: "on", Country: "GB", "How replies reach you": "dm" });
    await sees(robin, "on; a message says only");
    await ask(robin, "Why am I so tired?");
    await robin.press("Send this card");
    const { questionId } = await until(() => teamCard(it, "triage"));
    await claimQuestion(it.core, { actor: it.provider, questionId });
    await answerQuestion(it.core, { actor: it.provider, questionId, text: FIELDS });
    await sees(robin, "Press Open to read it");
    expect(screenOf(robin)).not.toContain("Rest and drink water.");
    await robin.press("Open");
    await sees(robin, "Rest and drink water.");
  });

  test("looks at the inbox, the credentials and their questions", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.press("Check credentials");
    await sees(robin, "lists of excluded people");
    await robin.command("inbox");
    expect(screenOf(robin).split("Rest and drink water.").length).toBe(3);
    await robin.command("my");
    await sees(robin, "answered");
  });

  test("who reports an answer pauses the conversation", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.press("Report");
    await robin.submit({ "What is wrong?": "It was rude." });
    await sees(robin, "Your conversation is paused");
    expect(await until(() => teamCard(it, "case"))).toMatchObject({ about: "message", reports: 1 });
  });

  test("with closed direct messages finds the answer in the inbox, and agrees to a private thread", async () => {
    await using it = await rig();
    const robin = await join(it);
    robin.closeDms();
    await ask(robin, "Why am I so tired?");
    await robin.press("Send this card");
    const { questionId } = await until(() => teamCard(it, "triage"));
    await claimQuestion(it.core, { actor: it.provider, questionId });
    await answerQuestion(it.core, { actor: it.provider, questionId, text: FIELDS });
    await until(async () => (await it.core.db.delivery.count({ where: { trouble: "inbox" } })) > 1);
    await robin.command("inbox");
    await sees(robin, "Rest and drink water.");
    await sees(robin, "moderators can open private threads");
    await robin.press("Use a private thread");
    await until(() => inThread(robin).includes("Rest and drink water."));
    expect(robin.screen().filter(({ place }) => place === "thread").length).toBe(1);
  });

  test("typing in the private thread is told once that it cannot be read, and can press Reply there", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.command("privacy");
    await robin.press("Edit");
    await robin.submit({ Quiet: "off", Country: "GB", "How replies reach you": "thread" });
    await ask(robin, "Why am I so tired?");
    await robin.press("Send this card");
    await until(() => inThread(robin).includes("received"));
    await robin.type(threadOf(robin), "secret words");
    await sees(robin, "I don't read what is typed here. Press Reply.");
    await robin.type(threadOf(robin), "more secret words");
    await robin.press("Reply");
    expect(robin.form?.customId).toMatch(/^reply:/);
    expect(screenOf(robin).split("I don't read what is typed here").length).toBe(2);
  });

  test("is not forgotten when the program died between hearing a message and working on it", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    const event = { accountId: robin.id, channelId: robin.dm(), messageId: "77", text: "Is it dangerous?" };
    await receiveArrival(it.core, {
      sourceKey: "discord|message|1|77|create|0",
      platform: "discord",
      kind: "message-typed",
      payload: JSON.stringify(event),
    });
    it.clock.advance(2 * it.core.config.timing.sendLeaseMs);
    await sees(robin, "Is it dangerous?");
    await robin.press("Send this card");
    expect((await until(() => teamCard(it, "follow-up"))).text).toBe("Is it dangerous?");
  });
});
