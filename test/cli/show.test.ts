import { afterAll, beforeAll, expect, test } from "vitest";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { ROBIN } from "./credential-home.ts";
import { LOUNGE, ModerationHome } from "./moderation-home.ts";

const home = new ModerationHome();
let robin = "";
let otter = "";
let decisionId = "";
let proposalId = "";
let questionId = "";

const discord = (messageId: string) =>
  `https://discord.com/channels/900000000000000001/${LOUNGE}/${messageId}`;

beforeAll(async () => {
  await home.setUp();
  robin = await home.claim(ROBIN, "Robin V");
  await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId: "77" });
  await home.reportPerson("Quiet Heron", "Loud Otter");
  const ban = ["--action", "ban", "--rule", "3", "--reason", "It sells."];
  ({ decisionId, proposalId } = await home.json(["case", "decide", "2", ...ban], { who: "mo" }));
  questionId = await home.open(async (core) => {
    otter = (await core.db.member.findFirstOrThrow({ where: { pseudonym: "Loud Otter" } })).id;
    const actor = await home.member(core, "Quiet Heron");
    const text = "My head hurts after work. What helps?";
    const more = { tried: "Rest", topic: "Medicines", forWhom: "self", ageBand: "30-44" } as const;
    const drafted = await draftQuestion(core, { actor, text, ...more });
    await sendQuestion(core, { actor, questionId: drafted.questionId });
    return drafted.questionId;
  });
});
afterAll(() => home[Symbol.asyncDispose]());

/** A card of ours that stands on a platform. */
const copyOf = (kind: string, subjectId: string, channelId: string, messageId: string) =>
  home.open(async (core) => {
    const { id: communityId } = await core.db.community.findFirstOrThrow();
    const sealed = new Uint8Array([1]);
    await core.tx((tx) =>
      tx.copy.create({
        data: {
          id: core.newId(),
          communityId,
          kind,
          subjectId,
          platform: "slack",
          targetKind: "channel",
          targetId: "x",
          part: 0,
          place: "channel",
          channelSealed: sealed,
          messageSealed: sealed,
          messageKey: messageKey(core, "slack", channelId, messageId),
          postedAtMs: 0n,
        },
      }),
    );
  });

const show = (anything: readonly string[], who = "ada") => home.curbside(["show", ...anything], { who });
const matches = async (anything: string, who = "ada") =>
  (await home.json(["show", anything], { who })).matches.map(
    ({ what, named }: { what: string; named: string }) => `${what} ${named}`,
  );

test("a number may be a case and a question: both are listed, and words choose", async () => {
  const { exit, stdout } = await show(["1"]);
  expect(exit).toBe(0);
  expect(stdout).toBe(
    "This may be:\n  a case: curbside case show 1\n  a question: curbside question show 1\n",
  );
  expect((await show(["case", "1"])).stdout).toContain("Case 1  routine");
  expect((await show(["question", "1"])).stdout).toContain("Question 1: waiting");
  expect(await matches("2")).toEqual(["case 2"]);
  expect((await show(["#2"])).stdout).toMatch(/^curbside case show 2\nCase 2/);
});

test("ids of cases, decisions, proposals, credentials, questions and members are known", async () => {
  const { caseId } = await home.json(["case", "show", "1"]);
  expect(await matches(caseId)).toEqual(["case 1"]);
  expect(await matches(decisionId)).toEqual(["case 2"]);
  expect(await matches(proposalId)).toEqual([`proposal ${proposalId}`]);
  expect(await matches(robin)).toEqual([`credential ${robin}`]);
  expect(await matches(questionId)).toEqual(["question 1"]);
  // Whoever was banned is no active member; what was decided about them can still be seen.
  expect(await matches(otter)).toEqual(["strikes Loud Otter"]);
  expect((await show(["Loud", "Otter"])).stdout).toContain('curbside strike show "Loud Otter"');
  expect(await matches("Quiet Heron")).toEqual(["member Quiet Heron"]);
});

test("a link leads to what was reported there, or to whatever our card is about", async () => {
  expect(await matches(discord("77"))).toEqual(["case 1"]);
  expect(await matches(discord("77").replace("discord.com", "ptb.discord.com"))).toEqual(["case 1"]);
  await copyOf("triage", questionId, "C0123456789", "1700000000.123456");
  await copyOf("notice", `paused:${questionId}:1`, "C0123456789", "1700000001.000009");
  const slack = "https://example.slack.com/archives/C0123456789/p1700000000123456";
  expect(await matches(`${slack}?thread_ts=1700000000.000100&cid=C0123456789`)).toEqual(["question 1"]);
  expect(await matches(slack.replace("p1700000000123456", "p1700000001000009"))).toEqual(["question 1"]);
  const unknown = await show([discord("78")]);
  expect([unknown.exit, unknown.stderr]).toEqual([
    4,
    expect.stringContaining("There is no such message here"),
  ]);
});

test("what means nothing says what it is not", async () => {
  for (const nothing of ["99", "case 99", "Nobody", robin.replace(/.$/, "x"), "https://example.org/a"]) {
    const { exit, stderr } = await show([nothing]);
    expect([exit, stderr]).toEqual([4, expect.stringContaining("no such name, number, id or link here")]);
  }
  expect((await show([])).exit).toBe(2);
});

test("nobody is shown what their role does not let them see", async () => {
  expect(await matches("Quiet Heron", "mo")).toEqual(["strikes Quiet Heron"]);
  expect((await show([robin], "mo")).exit).toBe(4);
  const { code } = await home.json(["admin", "invite", "Aude", "--role", "auditor"]);
  await home.json(["login", code], { who: "aude" });
  expect(await matches("1", "aude")).toEqual(["question 1"]);
  expect((await show([proposalId], "aude")).exit).toBe(4);
  expect((await show([discord("77")], "aude")).exit).toBe(4);
});
