import { describe, expect, test } from "vitest";
import { createDiscordMessenger } from "#bots/discord/messenger.ts";
import { createSendingRest } from "#bots/discord/rest.ts";
import { DeliveryFailure, type Destination, type MessageRef } from "#core/messenger.ts";
import { Secret } from "../../../src/config.ts";
import { SAMPLES } from "./sample-cards.ts";
import { type Answer, type Asked, scriptedRest } from "./scripted-rest.ts";

const KEY = "opaque-key-1234567890";
const DIRECT: Destination = { kind: "direct", accountId: "700" };
const CHANNEL: Destination = { kind: "channel", spaceId: "1", channelId: "500" };
const REF: MessageRef = { channelId: "500", messageId: "900", place: "channel" };

/** A snowflake of a moment, so that messages have an order in time. */
const idAt = (at: Date, more = 0n) => String((BigInt(at.getTime() - 1420070400000) << 22n) + more);
const ATTEMPT = new Date("2026-03-04T10:00:00Z");
const message = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  channel_id: "500",
  author: { id: "42" },
  embeds: [],
  components: [],
  ...more,
});
const keyed = (key: string) => ({
  components: [
    { type: 1, components: [{ type: 2, style: 2, label: "Reply", custom_id: `reply:q1:${key}` }] },
  ],
});

async function rig(script: (asked: Asked) => Answer | undefined, timeoutMs = 2000) {
  const server = await scriptedRest((asked) => {
    const answer = script(asked);
    if (answer !== undefined) return answer;
    if (asked.path === "/users/@me/channels") return { status: 200, json: { id: "600", type: 1 } };
    if (asked.path === "/users/@me") return { status: 200, json: { id: "42" } };
    if (asked.method === "POST") return { status: 200, json: message("901") };
    return { status: 204 };
  });
  const rest = createSendingRest({ token: new Secret("t"), api: server.api, timeoutMs });
  return {
    server,
    messenger: createDiscordMessenger(rest),
    async [Symbol.asyncDispose]() {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function troubleOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeliveryFailure);
  return (error as DeliveryFailure).trouble;
}

describe("posting", () => {
  test("to a person opens the direct channel once, and carries the key, no mention and no retry", async () => {
    await using it = await rig(() => undefined);
    const ref = await it.messenger.post(DIRECT, SAMPLES.answer, 0, KEY);
    await it.messenger.post(DIRECT, SAMPLES.receipt, 0, KEY);
    expect(ref).toEqual({ channelId: "600", messageId: "901", place: "dm" });
    expect(it.server.asked.map(({ path }) => path)).toEqual([
      "/users/@me/channels",
      "/channels/600/messages",
      "/channels/600/messages",
    ]);
    expect(it.server.asked[1]?.body).toMatchObject({
      nonce: KEY,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
  });

  test("to a person whose direct messages are closed says closed", async () => {
    await using it = await rig(({ path }) =>
      path === "/channels/600/messages" ? { status: 403, json: { code: 50007, message: "no" } } : undefined,
    );
    expect(await troubleOf(it.messenger.post(DIRECT, SAMPLES.answer, 0, KEY))).toEqual({ why: "closed" });
  });

  test("whose answer is lost is one request and ambiguous", async () => {
    await using it = await rig(({ path }) => (path.endsWith("/messages") ? "cut" : undefined));
    expect(await troubleOf(it.messenger.post(CHANNEL, SAMPLES.crisis, 0, KEY))).toEqual({ why: "ambiguous" });
    expect(it.server.asked.length).toBe(1);
  });

  test("that is never answered is ambiguous after the timeout", async () => {
    await using it = await rig(({ path }) => (path.endsWith("/messages") ? "silence" : undefined), 100);
    expect(await troubleOf(it.messenger.post(CHANNEL, SAMPLES.crisis, 0, KEY))).toEqual({ why: "ambiguous" });
    expect(it.server.asked.length).toBe(1);
  });

  test("that fails on their side is ambiguous and not repeated", async () => {
    await using it = await rig(({ path }) =>
      path.endsWith("/messages") ? { status: 500, json: {} } : undefined,
    );
    expect(await troubleOf(it.messenger.post(CHANNEL, SAMPLES.crisis, 0, KEY))).toEqual({ why: "ambiguous" });
    expect(it.server.asked.length).toBe(1);
  });

  test("over a limit comes back at once with how long to wait", async () => {
    await using it = await rig(({ path }) =>
      path.endsWith("/messages")
        ? {
            status: 429,
            json: { message: "slow", retry_after: 3, global: false },
            headers: { "retry-after": "3", "x-ratelimit-scope": "user" },
          }
        : undefined,
    );
    expect(await troubleOf(it.messenger.post(CHANNEL, SAMPLES.crisis, 0, KEY))).toMatchObject({
      why: "rate-limited",
    });
    expect(it.server.asked.length).toBe(1);
  });

  test("with no server there is certainly not sent", async () => {
    const gone = await rig(() => undefined);
    await gone[Symbol.asyncDispose]();
    expect(await troubleOf(gone.messenger.post(CHANNEL, SAMPLES.crisis, 0, KEY))).toEqual({
      why: "not-sent",
    });
  });

  test("fails as not sent when only opening the direct channel was unclear", async () => {
    await using it = await rig(({ path }) => (path === "/users/@me/channels" ? "cut" : undefined));
    expect(await troubleOf(it.messenger.post(DIRECT, SAMPLES.answer, 0, KEY))).toEqual({ why: "not-sent" });
  });

  test("to a private thread opens it once for that person alone", async () => {
    await using it = await rig(({ path }) =>
      path.endsWith("/threads") ? { status: 201, json: { id: "777", type: 12 } } : undefined,
    );
    const to: Destination = { kind: "private-thread", accountId: "700", parentChannelId: "500" };
    const ref = await it.messenger.post(to, SAMPLES.answer, 0, KEY);
    await it.messenger.post({ ...to, threadId: "777" }, SAMPLES.receipt, 0, KEY);
    expect(ref).toEqual({ channelId: "777", messageId: "901", place: "thread" });
    expect(it.server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /channels/500/threads",
      "PUT /channels/777/thread-members/700",
      "POST /channels/777/messages",
      "POST /channels/777/messages",
    ]);
    expect(it.server.asked[0]?.body).toMatchObject({ type: 12, invitable: false });
  });

  test("uses the same private thread when the person could not be added at first", async () => {
    let refused = false;
    await using it = await rig(({ method, path }) => {
      if (path.endsWith("/threads")) return { status: 201, json: { id: "777", type: 12 } };
      if (method !== "PUT" || refused) return undefined;
      refused = true;
      return "cut";
    });
    const to: Destination = { kind: "private-thread", accountId: "700", parentChannelId: "500" };
    expect(await troubleOf(it.messenger.post(to, SAMPLES.answer, 0, KEY))).toEqual({ why: "not-sent" });
    expect((await it.messenger.post(to, SAMPLES.answer, 0, KEY)).channelId).toBe("777");
    expect(it.server.asked.filter(({ path }) => path.endsWith("/threads")).length).toBe(1);
  });

  test("into an archived thread wakes it first", async () => {
    let awake = false;
    await using it = await rig(({ method, path }) => {
      if (method === "PATCH") awake = true;
      if (path.endsWith("/messages") && !awake)
        return { status: 400, json: { code: 50083, message: "archived" } };
      return method === "PATCH" ? { status: 200, json: { id: "777" } } : undefined;
    });
    const to: Destination = {
      kind: "private-thread",
      accountId: "700",
      parentChannelId: "500",
      threadId: "777",
    };
    expect((await it.messenger.post(to, SAMPLES.answer, 0, KEY)).messageId).toBe("901");
  });
});

describe("removing", () => {
  test("a message that is gone already is a success", async () => {
    await using it = await rig(() => ({ status: 404, json: { code: 10008, message: "Unknown Message" } }));
    await expect(it.messenger.remove(REF)).resolves.toBeUndefined();
  });

  test("without the right to is told", async () => {
    await using it = await rig(() => ({ status: 403, json: { code: 50013, message: "no" } }));
    expect((await troubleOf(it.messenger.remove(REF))).why).toBe("forbidden");
  });
});

describe("looking for a message whose fate is unknown", () => {
  const witness: MessageRef = {
    channelId: "500",
    messageId: idAt(new Date(ATTEMPT.getTime() - 60_000)),
    place: "channel",
  };
  const find = { key: KEY, after: ATTEMPT, witness };
  const landed = idAt(new Date(ATTEMPT.getTime() + 1000));
  const history =
    (...messages: unknown[]) =>
    (asked: Asked): Answer | undefined =>
      asked.method === "GET" && asked.path.endsWith("/messages")
        ? { status: 200, json: messages }
        : undefined;

  test("finds it by its button when history has lost the nonce", async () => {
    await using it = await rig(history(message(landed, keyed(KEY)), message(witness.messageId)));
    expect(await it.messenger.find(CHANNEL, find)).toEqual({
      found: { channelId: "500", messageId: landed, place: "channel" },
      doubles: [],
    });
  });

  test("finds it by its nonce or by its footer", async () => {
    for (const more of [{ nonce: KEY }, { embeds: [{ footer: { text: `Part 1 of 2 · ref ${KEY}` } }] }]) {
      await using it = await rig(history(message(landed, more)));
      expect(await it.messenger.find(CHANNEL, find)).toMatchObject({ found: { messageId: landed } });
    }
  });

  test("names later doubles", async () => {
    const later = idAt(new Date(ATTEMPT.getTime() + 2000));
    await using it = await rig(history(message(later, keyed(KEY)), message(landed, keyed(KEY))));
    expect(await it.messenger.find(CHANNEL, find)).toMatchObject({
      found: { messageId: landed },
      doubles: [{ messageId: later }],
    });
  });

  test("believes that it is absent only when the witness is in the same reading", async () => {
    await using seen = await rig(history(message(witness.messageId)));
    expect(await seen.messenger.find(CHANNEL, find)).toEqual({ found: undefined, trustworthy: true });
    await using empty = await rig(history());
    expect(await empty.messenger.find(CHANNEL, find)).toEqual({ found: undefined, trustworthy: false });
  });

  test("never takes another author's message for its own", async () => {
    await using it = await rig(
      history(message(landed, { ...keyed(KEY), author: { id: "43" } }), message(witness.messageId)),
    );
    expect(await it.messenger.find(CHANNEL, find)).toEqual({ found: undefined, trustworthy: true });
  });

  test("reads from before the witness, page by page", async () => {
    const first = Array.from({ length: 100 }, (_, at) => message(idAt(ATTEMPT, BigInt(at))));
    await using it = await rig((asked) => {
      if (!asked.path.endsWith("/messages")) return undefined;
      const page =
        BigInt(asked.query.get("after") ?? 0) < BigInt(witness.messageId)
          ? first
          : [message(landed, keyed(KEY))];
      return { status: 200, json: page };
    });
    expect(await it.messenger.find(CHANNEL, find)).toMatchObject({ found: { messageId: landed } });
  });
});
