import { WebClient } from "@slack/web-api";
import { describe, expect, test } from "vitest";
import { createSlackMessenger } from "#bots/slack/messenger.ts";
import { DeliveryFailure, type DeliveryTrouble, type Destination } from "#core/messenger.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { startSlack } from "#sandbox/slack/server.ts";
import { quiet } from "../../sandbox/slack/rig.ts";
import { SAMPLES } from "../discord/sample-cards.ts";
import { BOT_TOKEN } from "./rig.ts";

const KEY = "opaque-key-1234567890";

async function rig() {
  const slack = await startSlack({ clock: createSandboxClock({ speed: 1 }), limits: false, seed: 7 });
  const { teamId } = slack.addWorkspace({ name: "Harbour Clinic" });
  const { appId } = slack.installApp({ teamId, name: "Curbside", botToken: BOT_TOKEN });
  const { channelId } = slack.addChannel({ teamId, name: "intake", withApp: true });
  const ana = slack.addPerson({ teamId, name: "ana" });
  const client = new WebClient(BOT_TOKEN, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 2000,
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
  const channel: Destination = { kind: "channel", spaceId: teamId, channelId };
  const posts = () => slack.received.filter(({ path }) => path.endsWith("chat.postMessage")).length;
  return {
    slack,
    teamId,
    appId,
    channelId,
    channel,
    ana,
    posts,
    messenger: createSlackMessenger(client),
    [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose](),
  };
}

async function troubleOf(work: Promise<unknown>): Promise<DeliveryTrouble> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeliveryFailure);
  return (error as DeliveryFailure).trouble;
}

describe("the messenger", () => {
  test("posts with its key, edits in place, and pings nobody", async () => {
    await using it = await rig();
    const ref = await it.messenger.post(it.channel, SAMPLES.triage, 0, KEY);
    expect(ref).toMatchObject({ channelId: it.channelId, place: "channel" });
    const [card] = it.slack.messages(it.channelId).filter(({ ts }) => ts === ref.messageId);
    expect(card?.metadata).toMatchObject({ event_type: "curbside", event_payload: { k: KEY } });
    expect(card?.pinged).toEqual({ users: [], channel: false, here: false, groups: [] });
    await it.messenger.edit(ref, { ...SAMPLES.triage, status: "answered" }, 0, KEY);
    const [edited] = it.slack.messages(it.channelId).filter(({ ts }) => ts === ref.messageId);
    expect(JSON.stringify(edited?.blocks)).toContain("Answered");
    const found = await it.messenger.find(it.channel, { key: KEY, after: new Date(), witness: ref });
    expect(found).toMatchObject({ found: { messageId: ref.messageId } });
  });

  test("posts under a card, and finds it there", async () => {
    await using it = await rig();
    const under = await it.messenger.post(it.channel, SAMPLES.triage, 0, "root-key");
    const thread = { ...it.channel, under };
    const ref = await it.messenger.post(thread, SAMPLES["sent-copy"], 0, KEY);
    expect(ref.place).toBe("thread");
    const stored = it.slack.messages(it.channelId).find(({ ts }) => ts === ref.messageId);
    expect(stored?.thread_ts).toBe(under.messageId);
    const found = await it.messenger.find(thread, { key: KEY, after: new Date(), witness: under });
    expect(found).toMatchObject({ found: { messageId: ref.messageId }, doubles: [] });
  });

  test("removes a message, and one that is gone is a success", async () => {
    await using it = await rig();
    const ref = await it.messenger.post(it.channel, SAMPLES.triage, 0, KEY);
    await it.messenger.remove(ref);
    await it.messenger.remove(ref);
    expect(await troubleOf(it.messenger.edit(ref, SAMPLES.triage, 0, KEY))).toEqual({ why: "gone" });
  });

  test("speaks to a person directly", async () => {
    await using it = await rig();
    const ref = await it.messenger.post({ kind: "direct", accountId: it.ana.id }, SAMPLES.receipt, 0, KEY);
    expect(ref.place).toBe("dm");
    expect(it.slack.messages(ref.channelId)).toHaveLength(1);
  });

  for (const [fault, trouble] of [
    ["slack-500", { why: "ambiguous" }],
    ["slack-500-after", { why: "ambiguous" }],
    ["slack-drop-response", { why: "ambiguous" }],
    ["slack-html", { why: "ambiguous" }],
    ["slack-missing-scope", { why: "forbidden", what: "missing_scope" }],
  ] as const)
    test(`after ${fault} says ${trouble.why}, and asks once`, async () => {
      await using it = await rig();
      it.slack.faults.add(fault, { method: "chat.postMessage" });
      expect(await troubleOf(it.messenger.post(it.channel, SAMPLES.triage, 0, KEY))).toEqual(trouble);
      expect(it.posts()).toBe(1);
    });

  test("after the token was revoked says signed-out", async () => {
    await using it = await rig();
    it.slack.faults.add("slack-token-revoked");
    const trouble = await troubleOf(it.messenger.post(it.channel, SAMPLES.triage, 0, KEY));
    expect(trouble).toEqual({ why: "signed-out" });
  });

  test("when nothing listens says not-sent", async () => {
    const it = await rig();
    await it[Symbol.asyncDispose]();
    const trouble = await troubleOf(it.messenger.post(it.channel, SAMPLES.triage, 0, KEY));
    expect(trouble).toEqual({ why: "not-sent" });
  });

  test("after a 429 says how long, and 5 s where Slack does not", async () => {
    await using it = await rig();
    it.slack.faults.add("slack-429", { method: "chat.postMessage", retryAfter: 7 });
    const named = await troubleOf(it.messenger.post(it.channel, SAMPLES.triage, 0, KEY));
    expect(named).toEqual({ why: "rate-limited", retryAfterMs: 7000 });
    it.slack.faults.add("slack-429", { method: "chat.postMessage", retryAfter: null });
    const unnamed = await troubleOf(it.messenger.post(it.channel, SAMPLES.triage, 0, KEY));
    expect(unnamed).toEqual({ why: "rate-limited", retryAfterMs: 5000 });
    expect(it.posts()).toBe(2);
  });

  test("finds what landed although Slack said 500, and trusts no empty history", async () => {
    await using it = await rig();
    const witness = await it.messenger.post(it.channel, SAMPLES.triage, 0, "witness-key");
    const after = new Date();
    it.slack.faults.add("slack-500-after", { method: "chat.postMessage" });
    await troubleOf(it.messenger.post(it.channel, SAMPLES.triage, 0, KEY));
    const sought = { key: KEY, after, witness };
    it.slack.faults.add("slack-no-history");
    expect(await it.messenger.find(it.channel, sought)).toEqual({ found: undefined, trustworthy: false });
    expect(await it.messenger.find(it.channel, sought)).toMatchObject({ doubles: [] });
    const never = await it.messenger.find(it.channel, { ...sought, key: "never-sent" });
    expect(never).toEqual({ found: undefined, trustworthy: true });
  });
});

describe("taking somebody out", () => {
  const until = undefined;

  async function setUp() {
    const it = await rig();
    const channel = (name: string, withApp: boolean) =>
      it.slack.addChannel({ teamId: it.teamId, name, members: [it.ana.id], withApp }).channelId;
    const person = (channelIds: string[]) => ({ spaceId: it.teamId, accountId: it.ana.id, channelIds });
    const places = () => it.ana.screen().map(({ channelId }) => channelId);
    return { ...it, channel, person, places };
  }

  test("of Curbside's channels can be said twice, and nothing else is taken from them", async () => {
    await using it = await setUp();
    const [ours, other, elsewhere] = [it.channel("crisis", true), it.channel("lounge", true), it.channelId];
    for (const is of ["banned", "removed"] as const)
      await it.messenger.restrain(it.person([ours, elsewhere]), { is, until });
    // They were never in that one, which is open to everybody.
    expect(it.places()).toEqual([elsewhere, other]);
    for (const restraint of [{ is: "free" }, { is: "timed-out", until: new Date() }] as const)
      await it.messenger.restrain(it.person([other]), restraint);
    expect(it.places()).toEqual([elsewhere, other]);
  });

  test("tells what one channel refused, and takes them out of the others all the same", async () => {
    await using it = await setUp();
    const away = it.channel("away", false);
    const ours = it.channel("crisis", true);
    const banned = it.messenger.restrain(it.person([away, ours]), { is: "banned", until });
    expect(await troubleOf(banned)).toEqual({ why: "forbidden", what: "not_in_channel" });
    expect(it.places()).not.toContain(ours);
    it.slack.faults.add("slack-missing-scope", { method: "conversations.kick", needed: "channels:manage" });
    const again = it.messenger.restrain(it.person([ours]), { is: "removed" });
    expect(await troubleOf(again)).toEqual({ why: "forbidden", what: "missing_scope" });
    it.slack.faults.add("slack-ok-false", { method: "conversations.kick", error: "cant_kick_from_general" });
    const general = it.messenger.restrain(it.person([ours]), { is: "removed" });
    expect(await troubleOf(general)).toEqual({ why: "rejected", what: "cant_kick_from_general" });
  });

  test("whose account is gone is done", async () => {
    await using it = await setUp();
    const gone = { ...it.person([it.channelId]), accountId: "U0" };
    await it.messenger.restrain(gone, { is: "banned", until });
  });
});

test("what somebody else posted is refused for good, by name", async () => {
  await using it = await rig();
  it.slack.join(it.channelId, it.ana.id);
  const ref = {
    channelId: it.channelId,
    messageId: it.ana.type(it.channelId, "mine"),
    place: "channel",
  } as const;
  expect(await troubleOf(it.messenger.remove(ref))).toEqual({ why: "rejected", what: "cant_delete_message" });
});
