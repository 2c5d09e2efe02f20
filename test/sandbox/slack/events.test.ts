import { SocketModeClient } from "@slack/socket-mode";
import { describe, expect, test } from "vitest";
import { APP_TOKEN, plainClient, quiet, type Rig, rig, socketApp, until } from "./rig.ts";

type Event = { type: string; subtype?: string } & Record<string, unknown>;

/** An app that records every event it gets. */
async function listening(r: Rig) {
  const got: Event[] = [];
  const app = await socketApp(r, (bolt) => {
    bolt.use(async ({ body, next }) => {
      if ("event" in body) got.push(body.event as Event);
      await next();
    });
    bolt.event("message", async () => {});
  });
  return { got, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

describe("events", () => {
  test("typing, editing and deleting are told with what was there before", async () => {
    await using r = await rig();
    await using app = await listening(r);
    const ts = r.ana.type(r.channelId, "first");
    r.ana.edit(ts, "second");
    r.ana.remove(ts);
    await until(() => app.got.length === 3);
    expect(app.got).toMatchObject([
      {
        type: "message",
        text: "first",
        ts,
        user: r.ana.id,
        channel_type: "channel",
        client_msg_id: expect.any(String),
      },
      {
        subtype: "message_changed",
        hidden: true,
        message: { ts, text: "second", edited: { user: r.ana.id } },
        previous_message: { ts, text: "first" },
      },
      { subtype: "message_deleted", deleted_ts: ts, previous_message: { text: "second" } },
    ]);
    expect(r.seen.map((one) => one.kind)).toEqual(["message", "edited", "removed"]);
    expect(() => r.ana.edit(ts, "third")).toThrow('Ana sees no "own message');
  });

  test("a mention comes as message and as app_mention, under two event ids", async () => {
    await using r = await rig();
    await using app = await listening(r);
    r.ana.type(r.channelId, "@Curbside help");
    await until(() => app.got.length === 2);
    expect(app.got.map((one) => one.type).sort()).toEqual(["app_mention", "message"]);
    const mention = app.got.find((one) => one.type === "app_mention");
    expect(mention).toMatchObject({ text: `<@${r.botUserId}> help`, channel: r.channelId });
    expect(mention).not.toHaveProperty("channel_type");
    expect(r.seen[0]?.text).toBe("@Curbside help");
    expect(r.slack.messages(r.channelId)[0]?.pinged.users).toEqual([r.botUserId]);
  });

  test("direct messages, private channels and joining are told with their kind", async () => {
    await using r = await rig();
    const { channelId } = r.slack.addChannel({
      teamId: r.teamId,
      name: "staff",
      private: true,
      members: [r.ana.id],
      withApp: true,
    });
    await using app = await listening(r);
    r.ana.type(r.ana.dm(), "psst");
    r.ana.type(channelId, "among us");
    const ben = r.slack.addPerson({ teamId: r.teamId, name: "ben" });
    ben.join(r.channelId);
    ben.leave(r.channelId);
    await until(() => app.got.length === 4);
    expect(app.got).toMatchObject([
      { type: "message", channel_type: "im", text: "psst" },
      { type: "message", channel_type: "group", text: "among us" },
      { type: "member_joined_channel", user: ben.id, channel: r.channelId, channel_type: "C" },
      { type: "member_left_channel", user: ben.id },
    ]);
    expect(r.seen.map((one) => [one.place, one.viewers])).toEqual([
      ["dm", [r.ana.id]],
      ["channel", [r.ana.id]],
    ]);
  });

  test("an own post comes back with its bot id and metadata, and Bolt's listeners are spared it", async () => {
    await using r = await rig();
    const heard: string[] = [];
    const bolted = await socketApp(r, (bolt) => {
      bolt.message(async ({ message }) => void heard.push(message.ts));
    });
    const metadata = { event_type: "relay", event_payload: { k: "1" } };
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "mine", metadata });
    const ts = r.ana.type(r.channelId, "theirs");
    await until(() => heard.length === 1);
    expect(heard).toEqual([ts]);
    await bolted[Symbol.asyncDispose]();
    const echoes: Event[] = [];
    const client = new SocketModeClient({
      appToken: APP_TOKEN,
      logger: quiet,
      clientOptions: { slackApiUrl: r.slack.apiUrl, retryConfig: { retries: 0 } },
    });
    client.on("message", ({ ack, event }) => {
      echoes.push(event);
      void ack();
    });
    await client.start();
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "mine again", metadata });
    await until(() => echoes.length === 1);
    expect(echoes[0]).toMatchObject({
      user: r.botUserId,
      bot_id: expect.stringMatching(/^B/),
      app_id: r.appId,
      text: "mine again",
      metadata,
    });
    await client.disconnect();
  });

  test("only subscribed events with their scope arrive, and none from channels the app is not in", async () => {
    await using r = await rig({
      app: { events: ["message.im", "message.channels"], scopes: ["chat:write", "channels:history"] },
    });
    const { channelId: other } = r.slack.addChannel({ teamId: r.teamId, name: "other", members: [r.ana.id] });
    await using app = await listening(r);
    r.ana.type(r.ana.dm(), "no scope");
    r.ana.type(other, "not a member");
    r.ana.openHome();
    r.ana.type(r.channelId, "@Curbside yes");
    await until(() => app.got.length > 0);
    expect(app.got).toMatchObject([{ type: "message", channel: r.channelId }]);
  });

  test("two workspaces know nothing of each other", async () => {
    await using r = await rig();
    const { teamId } = r.slack.addWorkspace({ name: "Other Clinic" });
    r.slack.installApp({ teamId, name: "Curbside", botToken: "xoxb-2", appToken: "xapp-2" });
    const zoe = r.slack.addPerson({ teamId, name: "zoe" });
    const { channelId } = r.slack.addChannel({ teamId, name: "intake", members: [zoe.id], withApp: true });
    await using app = await listening(r);
    zoe.type(channelId, "elsewhere");
    r.ana.type(r.channelId, "here");
    await until(() => app.got.length > 0);
    expect(app.got.map((one) => one.text)).toEqual(["here"]);
    const client = plainClient(r.slack);
    await expect(client.chat.postMessage({ channel: channelId, text: "x" })).rejects.toThrow(
      "channel_not_found",
    );
    await expect(client.users.info({ user: zoe.id })).rejects.toThrow("user_not_found");
    expect((await client.users.list({})).members?.map((one) => one.id)).not.toContain(zoe.id);
    expect(r.seen[0]?.viewers).toEqual([zoe.id]);
  });
});

test("a disposed server leaves nothing open", async () => {
  const r = await rig();
  const held = process.getActiveResourcesInfo().filter((one) => one === "TCPServerWrap").length;
  r.slack.faults.add("slack-late", { lateMs: 60_000 });
  const hanging = plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "x" });
  const failed = expect(hanging).rejects.toThrow();
  await until(() => r.slack.stats["slack-late"] === 1);
  r.ana.type(r.channelId, "nobody listens");
  await r[Symbol.asyncDispose]();
  await failed;
  expect(process.getActiveResourcesInfo().filter((one) => one === "TCPServerWrap")).toHaveLength(held - 1);
});
