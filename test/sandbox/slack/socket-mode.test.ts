import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { APP_TOKEN, buttons, plainClient, type Rig, rig, section, socketApp, until } from "./rig.ts";

type Envelope = { type: string; envelope_id: string; payload: Record<string, unknown> } & Record<
  string,
  unknown
>;

/** A bare Socket Mode connection that acknowledges only what it is told to. */
async function bare(r: Rig) {
  const { url } = await plainClient(r.slack, APP_TOKEN).apps.connections.open({});
  const socket = new WebSocket(url ?? "");
  const frames: Envelope[] = [];
  socket.on("message", (data) => frames.push(JSON.parse(data.toString()) as Envelope));
  await until(() => frames.length > 0);
  return {
    url: url ?? "",
    socket,
    frames,
    envelopes: () => frames.filter((frame) => frame.envelope_id !== undefined),
    ack: (frame: Envelope | undefined, body: object = { payload: {} }) =>
      socket.send(JSON.stringify({ envelope_id: frame?.envelope_id, ...body })),
    [Symbol.dispose]: () => socket.terminate(),
  };
}

/** An app that records the texts and retry numbers of the messages it gets. */
async function recording(r: Rig) {
  const got: { text: string; retry: number | undefined; eventId: string }[] = [];
  const app = await socketApp(r, (bolt) => {
    bolt.message(async ({ message, context, body }) => {
      const text = "text" in message ? (message.text ?? "") : "";
      got.push({ text, retry: context.retryNum, eventId: body.event_id });
    });
    bolt.action(/./, async ({ ack }) => ack());
  });
  return { got, app: app.app, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

describe("connections", () => {
  test("start with hello; a ticket works once and not for long", async () => {
    await using r = await rig({ speed: 10 });
    using first = await bare(r);
    expect(first.frames[0]).toMatchObject({
      type: "hello",
      num_connections: 1,
      connection_info: { app_id: r.appId },
    });
    using second = await bare(r);
    expect(second.frames[0]).toMatchObject({ num_connections: 2 });
    const refused = async (url: string) => {
      const [error] = (await once(new WebSocket(url), "error")) as [Error];
      return error.message;
    };
    expect(await refused(first.url)).toContain("401");
    const late = await plainClient(r.slack, APP_TOKEN).apps.connections.open({});
    r.clock.advance(3001);
    expect(await refused(late.url ?? "")).toContain("401");
    const wrong = plainClient(r.slack).apps.connections.open({});
    await expect(wrong).rejects.toThrow("not_allowed_token_type");
  });

  test("at most ten; payloads go to any one of them", async () => {
    await using r = await rig();
    const open = await Promise.all(Array.from({ length: 10 }, () => bare(r)));
    const eleventh = plainClient(r.slack, APP_TOKEN).apps.connections.open({});
    await expect(eleventh).rejects.toThrow("too_many_websockets");
    for (let n = 0; n < 10; n += 1) r.ana.type(r.channelId, `m${n}`);
    await until(() => open.every((one) => one.envelopes().length === 1));
    for (const one of open) one[Symbol.dispose]();
    await until(() => r.slack.connections(r.appId) === 0);
  });

  test("pings are answered and the server sends none of its own", async () => {
    await using r = await rig();
    using socket = await bare(r);
    let pings = 0;
    socket.socket.on("ping", () => {
      pings += 1;
    });
    const pong = once(socket.socket, "pong");
    socket.socket.ping("x");
    expect(String((await pong)[0])).toBe("x");
    expect(pings).toBe(0);
  });

  test("binary frames, nonsense and acknowledgements without payload do no harm", async () => {
    await using r = await rig();
    using socket = await bare(r);
    r.ana.type(r.channelId, "hello");
    await until(() => socket.envelopes().length === 1);
    socket.socket.send(Buffer.from([1, 2, 3]));
    socket.socket.send("not json");
    socket.socket.send(JSON.stringify({ envelope_id: "unknown" }));
    socket.ack(socket.envelopes()[0], {});
    await until(() => r.slack.received.filter((one) => one.method === "WS").length === 3);
    expect(r.slack.connections(r.appId)).toBe(1);
    expect(r.slack.stats["event-attempts-failed"]).toBeUndefined();
  });
});

describe("envelopes", () => {
  test("have the fields of Slack's own", async () => {
    await using r = await rig();
    using socket = await bare(r);
    const ts = r.ana.type(r.channelId, "a < b");
    await until(() => socket.envelopes().length === 1);
    expect(socket.envelopes()[0]).toMatchObject({
      type: "events_api",
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: "",
      payload: {
        type: "event_callback",
        team_id: r.teamId,
        api_app_id: r.appId,
        event_id: expect.stringMatching(/^Ev/),
        authorizations: [
          {
            team_id: r.teamId,
            user_id: r.botUserId,
            is_bot: true,
            is_enterprise_install: false,
            enterprise_id: null,
          },
        ],
        event: {
          type: "message",
          user: r.ana.id,
          ts,
          text: "a &lt; b",
          channel: r.channelId,
          channel_type: "channel",
          event_ts: ts,
          blocks: [{ type: "rich_text" }],
        },
      },
    });
  });

  test("an event without acknowledgement comes again three times, then is lost", async () => {
    await using r = await rig({ speed: 2000 });
    using socket = await bare(r);
    r.ana.type(r.channelId, "hello");
    await until(() => r.slack.stats["events-lost"] === 1);
    const seen = socket.envelopes();
    expect(seen.map((one) => [one.retry_attempt, one.retry_reason])).toEqual([
      [0, ""],
      [1, "timeout"],
      [2, "timeout"],
      [3, "timeout"],
    ]);
    expect(new Set(seen.map((one) => one.payload.event_id)).size).toBe(1);
    expect(new Set(seen.map((one) => one.envelope_id)).size).toBe(4);
  });

  test("an event that finds no connection is held as long as the retries take, then lost", async () => {
    await using r = await rig({ speed: 2000 });
    r.ana.type(r.channelId, "nobody home");
    await until(() => r.slack.stats["events-lost"] === 1);
    using socket = await bare(r);
    r.ana.type(r.channelId, "home again");
    await until(() => socket.envelopes().length > 0);
    expect(socket.envelopes()[0]?.payload.event).toMatchObject({ text: "home again" });
  });

  test("what was not acknowledged when a connection broke comes over the next one", async () => {
    await using r = await rig();
    const first = await bare(r);
    r.ana.type(r.channelId, "hello");
    await until(() => first.envelopes().length === 1);
    first[Symbol.dispose]();
    await until(() => r.slack.connections(r.appId) === 0);
    r.ana.type(r.channelId, "while away");
    using second = await bare(r);
    await until(() => second.envelopes().length === 2);
    const again = second.envelopes();
    expect(again.map((one) => [(one.payload.event as { text: string }).text, one.retry_attempt])).toEqual(
      expect.arrayContaining([
        ["hello", 1],
        ["while away", 0],
      ]),
    );
  });

  test("a press whose connection breaks goes to another one that is open", async () => {
    await using r = await rig();
    const blocks = [section("card"), buttons("Claim")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    const [one, two] = [await bare(r), await bare(r)];
    const presses = (at: typeof one) => at.envelopes().filter((frame) => frame.type === "interactive");
    const press = r.ana.press("Claim");
    await until(() => presses(one).length + presses(two).length === 1);
    const [dying, living] = presses(one).length === 1 ? [one, two] : [two, one];
    dying[Symbol.dispose]();
    await until(() => presses(living).length === 1);
    living.ack(presses(living)[0]);
    await press;
    living[Symbol.dispose]();
  });
});

describe("faults of the socket", () => {
  test("redelivery repeats an acknowledged event with its retry number", async () => {
    await using r = await rig();
    await using app = await recording(r);
    r.slack.faults.add("slack-redeliver", { times: 3 });
    r.ana.type(r.channelId, "hello");
    r.ana.type(r.channelId, "next");
    await until(() => app.got.length === 5);
    expect(app.got.filter((one) => one.text === "hello").map((one) => one.retry)).toEqual(
      [undefined, 1, 2, 3].map((n) => n ?? 0),
    );
    expect(new Set(app.got.filter((one) => one.text === "hello").map((one) => one.eventId)).size).toBe(1);
  });

  test("redelivery can wait for one person's press", async () => {
    await using r = await rig();
    const ben = r.slack.addPerson({ teamId: r.teamId, name: "ben" });
    r.slack.join(r.channelId, ben.id);
    let presses = 0;
    await using _app = await socketApp(r, (bolt) => {
      bolt.action("claim", async ({ ack }) => {
        await ack();
        presses += 1;
      });
    });
    const blocks = [section("card"), buttons("Claim")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    r.slack.faults.add("slack-redeliver", { times: 2, person: ben.id });
    await r.ana.press("Claim");
    expect(presses).toBe(1);
    await ben.press("Claim");
    await until(() => presses === 4);
    expect(r.slack.stats["slack-redeliver"]).toBe(2);
  });

  test("one message can come as several events with different ids", async () => {
    await using r = await rig();
    await using app = await recording(r);
    r.slack.faults.add("slack-duplicate-event", { times: 10 });
    r.ana.type(r.channelId, "hello");
    await until(() => app.got.length === 11);
    expect(new Set(app.got.map((one) => one.eventId)).size).toBe(11);
  });

  test("a refresh makes Bolt reconnect, and nothing sent meanwhile is lost", async () => {
    await using r = await rig();
    await using app = await recording(r);
    r.slack.faults.add("slack-refresh");
    await until(() => r.slack.connections(r.appId) === 0);
    r.ana.type(r.channelId, "in the gap");
    await until(() => app.got.length === 1);
    expect(r.slack.stats["slack-refresh"]).toBe(1);
    r.slack.disconnect(r.appId, "warning");
    await until(
      () => r.slack.received.filter((one) => one.path === "/api/apps.connections.open").length === 3,
    );
    r.ana.type(r.channelId, "after the warning");
    await until(() => app.got.length === 2);
  });

  test("an abrupt drop makes Bolt reconnect", async () => {
    await using r = await rig();
    await using app = await recording(r);
    r.slack.faults.add("slack-socket-drop");
    await until(() => r.slack.connections(r.appId) === 0);
    r.ana.type(r.channelId, "in the gap");
    await until(() => app.got.length === 1);
  });

  for (const [kind, times] of [
    ["slack-connections-open-500", 3],
    ["slack-refuse-connection", 3],
    ["slack-refuse-socket", 1],
  ] as const) {
    test(`Bolt with its own retries survives ${kind} while reconnecting`, async () => {
      await using r = await rig();
      await using app = await recording(r);
      r.slack.faults.add(kind, { times });
      r.slack.faults.add("slack-socket-drop");
      await until(() => r.slack.stats[kind] === times);
      r.ana.type(r.channelId, "still there?");
      await until(() => app.got.length === 1);
    });
  }
});

/** Starts the app of child-app.ts; it prints a line for each message that it gets. */
async function child(r: Rig) {
  const script = fileURLToPath(new URL("./child-app.ts", import.meta.url));
  const running = spawn(process.execPath, ["--conditions=source", script, r.slack.apiUrl], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  running.stdout.on("data", (data: Buffer) => lines.push(...data.toString().trim().split("\n")));
  await until(() => lines.includes("started"), 15_000);
  const kill = async () => {
    const ended = once(running, "exit");
    running.kill("SIGKILL");
    await ended;
  };
  return { lines, kill };
}

test("an app killed before it acknowledged gets the event again after its restart", async () => {
  await using r = await rig();
  const first = await child(r);
  r.ana.type(r.channelId, "hold this");
  await until(() => first.lines.includes("got hold this retry 0"));
  await first.kill();
  await until(() => r.slack.connections(r.appId) === 0);
  const second = await child(r);
  await until(() => second.lines.includes("got hold this retry 1"));
  await second.kill();
});

test("of two processes one may die: the other gets what it had not acknowledged", async () => {
  await using r = await rig();
  const [one, two] = [await child(r), await child(r)];
  expect(r.slack.connections(r.appId)).toBe(2);
  r.ana.type(r.channelId, "hold this");
  await until(() => [...one.lines, ...two.lines].includes("got hold this retry 0"));
  const [dying, living] = one.lines.includes("got hold this retry 0") ? [one, two] : [two, one];
  await dying.kill();
  await until(() => living.lines.includes("got hold this retry 1"));
  r.ana.type(r.channelId, "and this");
  await until(() => living.lines.includes("got and this retry 0"));
  await living.kill();
});
