import { describe, expect, test } from "vitest";
import { takeInHand } from "#bots/slack/posts-in-hand.ts";
import type { Actor } from "#core/access.ts";
import { findActor } from "#core/members/find-actor.ts";
import { showAppeal } from "#core/moderation/appeals/appeal-queue.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { askAppellant } from "#core/moderation/appeals/reply-to-appeal.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { OWN_RULES } from "../../support/own-rules.ts";
import { type Rig, rig, screenOf, sees, until } from "./rig.ts";

const ANSWER = { "What this often is": "I'm sorry. It is often harmless." };
const WRONG = { "What is wrong?": "This is no help.", "Which rule is it about?": "9. Keep it general" };

/** The newest message that shows these words, wherever it stands. */
function messageWith(person: SlackPerson, text: string) {
  const found = person
    .screen()
    .flatMap(({ messages }) => messages)
    .findLast((one) => one.text.includes(text));
  if (found === undefined) throw new Error(`"${text}" is not on screen:\n${screenOf(person)}`);
  return found;
}

async function choose(person: SlackPerson, text: string): Promise<string> {
  await sees(person, text);
  const { channelId, ref } = messageWith(person, text);
  await person.messageShortcut("Report", channelId, ref);
  await person.when(() => person.form !== undefined);
  return person.form?.text ?? "";
}

async function open(person: SlackPerson, label: string, where: { in?: string } = {}): Promise<string> {
  await person.press(label, where);
  await person.when(() => person.form !== undefined);
  return person.form?.text ?? "";
}

async function home(person: SlackPerson, text: string): Promise<void> {
  person.openHome();
  await person.when(() => person.homeText().includes(text));
}

/** Sends the open form, and closes what it says. */
async function send(person: SlackPerson, fields: Record<string, string>): Promise<string> {
  expect(await person.submit(fields)).toBe("updated");
  const text = person.form?.text ?? "";
  await person.close();
  return text;
}

async function reportPerson(person: SlackPerson, whom: SlackPerson): Promise<string> {
  await home(person, "Something wrong?");
  await open(person, "Report somebody", { in: "home" });
  return send(person, { "Who?": whom.id, "What is wrong?": "They are rude to me." });
}

/** Ana answered one question; Ben works beside her, and Mo and Kit moderate. */
async function answered(options?: Parameters<typeof rig>[0]) {
  const it = await rig(options);
  const [ana, ben] = [await it.provider("Ana"), await it.provider("Ben")];
  const { questionId } = await it.ask("Why am I so tired?");
  await open(ana, "Answer");
  await ana.submit(ANSWER);
  await sees(ben, "Ana answered");
  await until(async () => (await it.core.db.copy.count({ where: { kind: "sent-copy" } })) > 0);
  const [mo, kit] = [await it.moderator("Mo"), await it.moderator("Kit")];
  return {
    ...it,
    [Symbol.asyncDispose]: () => it[Symbol.asyncDispose](),
    ...{ ana, ben, mo, kit, questionId },
  };
}

const decide = (it: Rig, actor: Actor, named: string, chosen: Partial<Chosen> & Pick<Chosen, "action">) =>
  decideCase(it.core, {
    actor,
    named,
    chosen: { rule: "9", reason: "It was about one person only.", ...chosen },
  });

const codeIn = (person: SlackPerson): string => {
  const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(screenOf(person))?.[0];
  if (code === undefined) throw new Error(`no code in:\n${screenOf(person)}`);
  return code;
};

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { code?: string }) => error.code,
  );

describe("a report on Slack", () => {
  test("of a card is one about the text it shows, wherever it was reported, and one of its author another", async () => {
    await using it = await answered();
    const { ana, ben } = it;
    expect(await choose(ben, "Ana answered")).toContain("The conversation is paused until then.");
    expect(await send(ben, WRONG)).toContain("The other person isn't told who reported.");
    const { id: messageId } = await it.core.db.message.findFirstOrThrow({ where: { kind: "answer" } });
    await reportMessage(it.core, {
      actor: it.patient,
      questionId: it.questionId,
      messageId,
      reason: "It felt cold.",
    });
    expect(await reportPerson(ben, ana)).toContain("Thank you.");
    await sees(ben, "Case 1: a text of a conversation");
    await sees(ben, "Case 2: a person");
    expect(screenOf(ana)).not.toContain("Ben.");
    const text = await showCase(it.core, { actor: it.mo, named: "1" });
    expect(text).toMatchObject({ about: "message", person: "Ana", reports: [{}, {}] });
    expect(text.evidence[0]?.text).toContain("It is often harmless.");
    expect(await showCase(it.core, { actor: it.mo, named: "2" })).toMatchObject({
      about: "member",
      person: "Ana",
    });
    expect(await it.core.db.case.count()).toBe(2);
  });

  test("of the patient's card is one of the question", async () => {
    await using it = await answered();
    expect(await choose(it.ben, "Question 1")).toContain("The conversation is paused");
    await send(it.ben, WRONG);
    const shown = await showCase(it.core, { actor: it.mo, named: "1" });
    expect(shown).toMatchObject({ about: "message", person: "Calm Harbor" });
    expect(shown.evidence[0]?.text).toContain("Why am I so tired?");
  });

  test("of what a colleague wrote keeps it as it was at the press, and no form holds it", async () => {
    await using it = await answered();
    const { ana, ben } = it;
    const ts = ana.type(it.intakeId, "Ask @Ben, he is a fool & a <liar>");
    await choose(ben, "he is a fool");
    const views = it.slack.received.filter(({ path }) => path.endsWith("views.open")).map(({ body }) => body);
    expect(views.join("\n")).not.toContain("fool");
    expect(views.join("\n")).not.toContain(ts);
    expect(views.join("\n")).not.toContain(it.intakeId);
    ana.edit(ts, "Good morning");
    expect(await send(ben, WRONG)).toContain("Thank you.");
    const shown = await showCase(it.core, { actor: it.mo, named: "1" });
    expect(shown).toMatchObject({ about: "post", person: "Ana", severity: 2 });
    expect(shown.evidence.map(({ text }) => text)).toEqual(["Ask @somebody, he is a fool & a <liar>"]);
    expect(await it.core.db.arrival.count({ where: { payloadSealed: { not: null } } })).toBe(0);
    // What is posted by others no app can take away.
    await decide(it, it.mo, "1", { action: "hide" });
    const failed = await until(async () => {
      const { effects } = await showCase(it.core, { actor: it.mo, named: "1" });
      return effects.find(({ what, state }) => what === "removed" && state === "failed");
    });
    expect(failed.trouble).toBe("rejected:cant_delete_message");
  });

  test("of what stands where not everybody reads is for leads and admins alone, and the channel learns no more", async () => {
    await using it = await answered();
    const { ana, ben, mo } = it;
    const lea = await it.lead("Lea");
    const { channelId: closed } = it.slack.addChannel({
      teamId: it.teamId,
      name: "knees-only",
      private: true,
      members: [ana.id, ben.id],
    });
    const { channelId: open } = it.slack.addChannel({
      teamId: it.teamId,
      name: "lounge",
      members: [ana.id, ben.id],
    });
    for (const [at, text] of [
      [closed, "Between us: he is a fool"],
      [open, "He is a fool, I say it loud"],
    ] as const) {
      ana.type(at, text);
      await choose(ben, text);
      await send(ben, WRONG);
    }
    await sees(lea, "Case 1: for leads and admins only");
    await sees(lea, "Case 2: a post");
    const cases = await it.core.db.case.findMany({ orderBy: { number: "asc" } });
    expect(cases.map(({ onlyLeads }) => onlyLeads)).toEqual([true, false]);
    expect(await refusal(showCase(it.core, { actor: mo, named: "1" }))).toBe("not_found");
    await ben.press("Take", { containing: "Case 1" });
    await sees(ben, "Your role here does not allow this");
    await lea.press("Take", { containing: "Case 1" });
    await sees(lea, "You have case 1 for 20 minutes.");
    await sees(ben, "Case 1: for leads and admins only");
    expect(messageWith(ben, "Case 1: for").text).not.toMatch(/Ana|Lea|post/);
  });

  test("of a channel about which Slack does not answer is taken for a private one", async () => {
    await using it = await answered();
    const { ana, ben } = it;
    it.slack.faults.add("slack-missing-scope", {
      times: 1,
      method: "conversations.info",
      needed: "channels:read",
    });
    ana.type(it.intakeId, "He is a fool");
    await choose(ben, "He is a fool");
    await send(ben, WRONG);
    expect(await it.core.db.case.findFirst()).toMatchObject({ onlyLeads: true });
  });

  test("of a card that is not on record yet waits until it is, and is none of Curbside", async () => {
    await using it = await answered();
    await it.core.db.copy.deleteMany({ where: { kind: "sent-copy" } });
    expect(await choose(it.ben, "Ana answered")).toContain("Please try again in a moment.");
    await it.ben.close();
    expect(await it.core.db.case.count()).toBe(0);
  });

  test("of oneself, of one's own words or of a note of Curbside's is none, and the form says so", async () => {
    await using it = await answered();
    const { ana } = it;
    ana.type(it.intakeId, "Good morning");
    expect(await choose(ana, "Good morning")).toContain("You cannot report yourself or what you wrote.");
    await ana.close();
    await choose(ana, "Ana answered");
    expect(await ana.submit(WRONG)).toBe("errors");
    expect(JSON.stringify(ana.form?.errors)).toContain("You cannot report yourself");
    await ana.close();
    await home(ana, "Something wrong?");
    await open(ana, "Report somebody", { in: "home" });
    expect(await ana.submit({ "Who?": ana.id, "What is wrong?": "I am rude." })).toBe("errors");
    expect(ana.form?.errors).toHaveProperty("Who?");
    expect(await ana.submit({ "Who?": it.ben.id, "What is wrong?": "x".repeat(300) })).toBe("updated");
    await ana.close();
    await sees(ana, "Case 1: a person");
    await until(async () => (await it.core.db.copy.count({ where: { kind: "case" } })) > 0);
    expect(await choose(ana, "Case 1: a person")).toContain("a note of Curbside's own");
    expect(await it.core.db.case.count()).toBe(1);
  });

  test("is one, however often Slack tells it, somebody chooses it and sends it", async () => {
    await using it = await answered();
    const { ben } = it;
    it.ana.type(it.intakeId, "Buy my tea");
    const acks = () => it.slack.received.filter(({ method }) => method === "WS").length;
    it.slack.faults.add("slack-redeliver", { times: 1 });
    const before = acks();
    await choose(ben, "Buy my tea");
    await until(() => acks() >= before + 2);
    it.slack.faults.add("slack-redeliver", { times: 1 });
    await send(ben, WRONG);
    await choose(ben, "Buy my tea");
    await send(ben, WRONG);
    await until(async () => (await it.core.db.report.count()) > 0);
    expect(await it.core.db.report.count()).toBe(1);
    expect(await it.core.db.case.count()).toBe(1);
    expect(it.logged.filter(({ event }) => event.startsWith("slack."))).toEqual([]);
  });

  test("whose message is not remembered any more asks for it again, and gives back what was typed", async () => {
    await using it = await answered();
    it.ana.type(it.intakeId, "Buy my tea");
    await choose(it.ben, "Buy my tea");
    const none = {
      spaceId: "",
      channelId: "",
      messageId: "",
      authorId: "",
      text: "",
      writtenAtMs: 0,
      isOurs: false,
      isPrivate: false,
    };
    for (let other = 0; other < 500; other += 1) takeInHand(`other ${other}`, none);
    const says = await send(it.ben, WRONG);
    expect(says).toContain("nothing was reported yet");
    expect(says).toContain("This is no help.");
    expect(await it.core.db.case.count()).toBe(0);
  });
});

describe("a report by a rule of one's own", () => {
  test("is chosen in the form, makes its case as urgent, and the decision reads the rule out", async () => {
    await using it = await answered({ rules: OWN_RULES });
    const { ana, ben, mo } = it;
    await choose(ben, "Ana answered");
    const retired = { ...WRONG, "Which rule is it about?": "8. No flooding" };
    await expect(ben.submit(retired)).rejects.toThrow();
    await send(ben, { ...WRONG, "Which rule is it about?": "21. No photos of wards" });
    expect((await showCase(it.core, { actor: mo, named: "1" })).severity).toBe(2);
    await decide(it, mo, "1", { action: "warn", rule: "own-photos", reason: "Others are in it." });
    await sees(ana, 'It is about rule 21, "No photos of wards": Other patients may be in them');
    await home(ana, "Decisions about you");
    expect(ana.homeText()).toContain("(rule 21 (no photos of wards))");
  });
});

describe("a decision about a provider", () => {
  test("to pause their answering gives back what they hold, is told with its reason, and is undone by another person", async () => {
    await using it = await answered();
    const { ana, ben, mo, kit } = it;
    await reportPerson(ben, ana);
    const { questionId } = await it.ask("Does tea help?");
    await open(ana, "Answer");
    await decide(it, mo, "1", { action: "suspend-provider" });
    expect(await ana.submit(ANSWER)).toBe("errors");
    await ana.close();
    await sees(ana, "A decision of the moderators");
    const told = screenOf(ana);
    for (const part of ["We paused your answering here", "It was about one person only.", 'rule 9, "Keep it'])
      expect(told).toContain(part);
    expect(codeIn(ana)).not.toBe("");
    expect((await it.core.db.question.findUniqueOrThrow({ where: { id: questionId } })).status).toBe(
      "waiting",
    );
    await ana.press("Answer", { containing: "Does tea help?" });
    await sees(ana, "The moderators paused your answering here");
    await home(ana, "Decisions about you");
    expect(ana.homeText()).toContain("You have no points.");
    expect(ana.homeText()).toContain("we paused your answering here (rule 9 (keep it general)). It stands.");

    await open(ana, "I disagree");
    expect(await send(ana, { "What did we get wrong?": "I said it in general." })).toContain(
      "A different person looks",
    );
    await sees(ben, "Appeal in case 1");
    const look = { named: "1", outcome: "overturned", reason: "It was general enough." } as const;
    expect(await refusal(decideAppeal(it.core, { actor: mo, ...look }))).toBe("second_person");
    await askAppellant(it.core, { actor: kit, named: "1", text: "Which answer do you mean?" });
    await sees(ana, "Which answer do you mean?");
    await open(ana, "Reply");
    await send(ana, { "Your reply": "The one about tea." });
    await decideAppeal(it.core, { actor: kit, ...look });
    await sees(ana, "Your appeal: changed");
    await sees(ana, "This was undone");
    expect(await open(ana, "Answer", {})).toContain("Does tea help?");
    expect(await ana.submit(ANSWER)).toBe("closed");
    await until(() => it.patients.cardsOf("answer")[1]);
  });

  test("to hide an answer changes it on both sides, and undone shows it again", async () => {
    await using it = await answered();
    const { ana, ben, mo } = it;
    await choose(ben, "Ana answered");
    await send(ben, WRONG);
    await decide(it, mo, "1", { action: "hide" });
    await until(() => !screenOf(ben).includes("It is often harmless."));
    await until(() => JSON.stringify(it.patients.cardsOf("answer")).includes("hid this text"));
    await sees(ben, "Thank you. We looked, and we took action.");
    expect(screenOf(ana)).not.toContain("We looked, and we took action");
    await undoDecision(it.core, { actor: mo, named: "1" });
    await sees(ben, "It is often harmless.");
    await until(() => JSON.stringify(it.patients.cardsOf("answer")).includes("It is often harmless."));
    await sees(ana, "This was undone");
  });

  test("to pause their writing leaves them the way to appeal", async () => {
    await using it = await answered();
    const { ana, ben, mo } = it;
    await reportPerson(ben, ana);
    await it.ask("Does tea help?");
    await decide(it, mo, "1", { action: "time-out", forMs: 3_600_000 });
    await sees(ana, "We paused your writing here");
    await ana.press("Answer", { containing: "Does tea help?" });
    await sees(ana, "Your writing here is paused");
    await open(ana, "I disagree");
    expect(await send(ana, { "What did we get wrong?": "I was not rude." })).toContain("Thank you.");
  });

  test("to close the community to them takes them out of the channels and leaves them the code, for one appeal", async () => {
    await using it = await answered();
    const { ana, ben, mo, kit } = it;
    await reportPerson(ben, ana);
    await decide(it, mo, "1", { action: "ban", forMs: 30 * 86_400_000 });
    await sees(ana, "We closed this community to you");
    await until(() => !screenOf(ana).includes("Question 1"));
    await sees(ben, "Only an owner of the workspace can deactivate the account");
    const code = codeIn(ana);
    await ana.press("I disagree");
    await sees(ana, "This community is closed to you");
    await sees(ana, "press “Ask for another look”");
    expect(ana.form).toBeUndefined();
    await it.ask("Who sees this?");
    expect(screenOf(ana)).not.toContain("Who sees this?");

    await home(ana, "This community is closed to you");
    await open(ana, "Ask for another look", { in: "home" });
    const grave = "I want to kill myself tonight";
    expect(await ana.submit({ Code: "ABCD-2345", "What did we get wrong?": grave })).toBe("errors");
    expect(JSON.stringify(ana.form?.errors)).toContain("116 123");
    expect(await ana.submit({ Code: "ABCD-2345", "What did we get wrong?": "All of it." })).toBe("errors");
    expect(JSON.stringify(ana.form?.errors)).toContain("no decision that this code belongs to");
    expect(await send(ana, { Code: code.toLowerCase() })).toContain("We hope to tell you by");
    await open(ana, "Ask for another look", { in: "home" });
    expect(await send(ana, { Code: code, "What did we get wrong?": "One more word." })).toContain(
      "Whoever looks at your appeal reads it.",
    );
    expect(await it.core.db.appeal.count()).toBe(1);
    await decideAppeal(it.core, {
      actor: kit,
      named: "1",
      outcome: "overturned",
      reason: "It was a mix-up.",
    });
    await sees(ana, "Your appeal: changed");
    await sees(ana, "You can join public channels again yourself");
    expect(screenOf(ana)).not.toContain("Who sees this?");
    ana.join(it.intakeId);
    await sees(ana, "Who sees this?");
    await open(ana, "Answer", {});
  });
});

test("whoever is banned asks for another look from their own account, without a code", async () => {
  await using it = await answered();
  const { ana, ben, mo, kit } = it;
  await reportPerson(ben, ana);
  await decide(it, mo, "1", { action: "ban", forMs: 86_400_000 });
  await sees(ana, "We closed this community to you");
  await home(ana, "From this account you need no code.");
  expect(await open(ana, "Ask for another look", { in: "home" })).toContain(
    "You need no code from this account",
  );
  expect(await send(ana, { "What did we get wrong?": "All of it." })).toContain("We hope to tell you by");
  await open(ana, "Ask for another look", { in: "home" });
  expect(await send(ana, { "What did we get wrong?": "One more word." })).toContain(
    "Whoever looks at your appeal",
  );
  expect(await it.core.db.appeal.count()).toBe(1);
  const { thread } = await showAppeal(it.core, { actor: kit, named: "1" });
  expect(thread.map(({ text }) => text)).toEqual(["All of it.", "One more word."]);
  // Of somebody else's account it is nothing.
  await home(ben, "Ask for another look");
  await open(ben, "Ask for another look", { in: "home" });
  const tried = (text: string) => ben.submit({ Code: "ABCD-2345", "What did we get wrong?": text });
  for (let tries = 0; tries < 10; tries += 1) expect(await tried("Me too.")).toBe("errors");
  expect(JSON.stringify(ben.form?.errors)).toContain("no decision that this code belongs to");
  expect(await tried("I want to kill myself tonight")).toBe("errors");
  expect(JSON.stringify(ben.form?.errors)).toContain("too often");
  expect(JSON.stringify(ben.form?.errors)).toContain("116 123");
});

test("whom Slack does not let the app take out is told of on the card, and so is that it worked later", async () => {
  await using it = await answered();
  const { ana, ben, mo, kit } = it;
  await reportPerson(ben, ana);
  it.slack.faults.add("slack-ok-false", {
    times: 50,
    method: "conversations.kick",
    error: "cant_kick_from_general",
  });
  await decide(it, mo, "1", { action: "remove" });
  await sees(ben, "Slack refused: `curbside doctor` may say why (rejected:cant_kick_from_general).");
  expect(screenOf(ben)).toContain("undo the decision and make it again, or do it there by hand");
  it.slack.faults.clear();
  await undoDecision(it.core, { actor: kit, named: "1" });
  await decide(it, mo, "1", { action: "remove" });
  await sees(ben, "Slack refused at first. It is done there now.");
  await until(() => !screenOf(ana).includes("Question 1"));
});

test("somebody who is no member here is taken out too", async () => {
  await using it = await answered();
  const eve = it.newcomer("Eve");
  eve.type(it.intakeId, "Buy my tea");
  await choose(it.ben, "Buy my tea");
  await send(it.ben, WRONG);
  expect(await showCase(it.core, { actor: it.mo, named: "1" })).toMatchObject({ person: null });
  await decide(it, it.mo, "1", { action: "remove" });
  await until(() => !screenOf(eve).includes("Buy my tea"));
  await until(async () => {
    const { effects } = await showCase(it.core, { actor: it.mo, named: "1" });
    return effects.some(({ what, state }) => what === "restrained" && state === "done");
  });
});

test("whoever was removed cannot send what they had open, and is told how to appeal", async () => {
  await using it = await answered();
  const { ana, ben, mo } = it;
  await reportPerson(ben, ana);
  await it.ask("Does tea help?");
  await open(ana, "Answer");
  await decide(it, mo, "1", { action: "remove" });
  await until(() => !screenOf(ana).includes("Does tea help?"));
  expect(await ana.submit(ANSWER)).toBe("errors");
  await ana.close();
  await sees(ana, "We removed you from this community");
  await ana.press("I disagree");
  await sees(ana, "press “Ask for another look”");
  await home(ana, "Ask for another look");
  expect(ana.homeText()).toContain("I'm a provider");
  expect(it.patients.cardsOf("answer")).toHaveLength(1);
});

describe("a case in the moderators' channel", () => {
  test("is taken and handed back by a lead, and by nobody who is none", async () => {
    await using it = await answered();
    const { ana, ben } = it;
    const lea = await it.lead("Lea");
    await reportPerson(ben, ana);
    await sees(lea, "Waits for somebody");
    await ben.press("Take");
    await sees(ben, "Your role here does not allow this");
    await lea.press("Take");
    await sees(lea, "You have case 1 for 20 minutes. It is decided at the command line");
    await sees(ben, "Somebody is looking at it.");
    await lea.press("Hand back");
    await sees(lea, "Thank you. Somebody else can take it.");
    await until(() => !screenOf(lea).includes("Somebody is looking at it."));
    expect(await it.core.db.case.findFirstOrThrow()).toMatchObject({ state: "open", holderId: null });
  });
});

test("that two people may save what is kept about a provider is told to them, and in the moderators' channel", async () => {
  await using it = await rig();
  const [ana, lea, kim] = [await it.provider("Ana"), await it.lead("Lea"), await it.lead("Kim")];
  const actorOf = async ({ id: accountExternalId }: SlackPerson): Promise<Actor> => {
    const where = { platform: "slack", accountExternalId, spaceExternalId: it.teamId };
    const { actor } = await findActor(it.core, where);
    if (actor === undefined) throw new Error("nobody is known by that account");
    return actor;
  };
  const reason = "You asked for it <@U1> & *soon*.";
  const { proposalId } = await proposeExport(it.core, { actor: await actorOf(lea), member: "Ana", reason });
  await approveProposal(it.core, { actor: await actorOf(kim), proposalId });
  await sees(ana, "Two people may save a copy of your data");
  await sees(ana, "Lea and Kim of the team agreed to save a copy of what is kept about you here.");
  await sees(ana, "It holds your own things, and nothing of other people.");
  await sees(kim, "A member's data may be saved");
  await sees(kim, "Lea and Kim agreed to save a copy of what is kept about Ana");
  expect(screenOf(ana)).toContain("You asked for it");
  expect(screenOf(kim)).not.toContain("Two people may save a copy of your data");
});
