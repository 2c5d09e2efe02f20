import { describe, expect, test } from "vitest";
import { plainClient, rig } from "./rig.ts";

/** Without the lines about who joined. */
function written<T extends { subtype?: string }>(messages: readonly T[] = []): T[] {
  return messages.filter(({ subtype }) => subtype !== "channel_join");
}

describe("history", () => {
  test("is newest first, pages by cursor, and leaves edges out unless inclusive", async () => {
    await using r = await rig();
    const client = plainClient(r.slack);
    const all = ["a", "b", "c", "d", "e"].map((text) => r.ana.type(r.channelId, text));
    const texts = async (args: object) => {
      const { messages } = await client.conversations.history({ channel: r.channelId, ...args });
      return written(messages).map((one) => one.text);
    };
    expect(await texts({})).toEqual(["e", "d", "c", "b", "a"]);
    expect(await texts({ oldest: all[1], latest: all[3] })).toEqual(["c"]);
    expect(await texts({ oldest: all[1], latest: all[3], inclusive: true })).toEqual(["d", "c", "b"]);
    const first = await client.conversations.history({ channel: r.channelId, limit: 2 });
    expect(first.has_more).toBe(true);
    expect(await texts({ limit: 2, cursor: first.response_metadata?.next_cursor })).toEqual(["c", "b"]);
  });

  test("returns metadata only when it is asked for", async () => {
    await using r = await rig();
    const client = plainClient(r.slack);
    const metadata = { event_type: "relay", event_payload: { k: "opaque" } };
    await client.chat.postMessage({ channel: r.channelId, text: "x", metadata });
    const without = await client.conversations.history({ channel: r.channelId });
    const withIt = await client.conversations.history({ channel: r.channelId, include_all_metadata: true });
    expect(without.messages?.[0]).not.toHaveProperty("metadata");
    expect(withIt.messages?.[0]).toMatchObject({ metadata });
  });

  test("replies stay in their thread, with the parent first; a deleted parent becomes a tombstone", async () => {
    await using r = await rig();
    const client = plainClient(r.slack);
    const { ts } = await client.chat.postMessage({ channel: r.channelId, text: "parent" });
    const thread_ts = ts ?? "";
    r.ana.type(r.channelId, "one", { thread: thread_ts });
    const two = await client.chat.postMessage({ channel: r.channelId, text: "two", thread_ts });
    expect(r.seen.at(-1)).toMatchObject({ place: "thread", channel: "intake" });
    const read = async (at: string) => {
      const { messages } = await client.conversations.replies({ channel: r.channelId, ts: at });
      return (messages ?? []).map((one) => one.text);
    };
    expect(await read(thread_ts)).toEqual(["parent", "one", "two"]);
    expect(await read(two.ts ?? "")).toEqual(["parent", "one", "two"]);
    const top = await client.conversations.history({ channel: r.channelId });
    expect(written(top.messages)).toMatchObject([{ text: "parent", reply_count: 2, latest_reply: two.ts }]);
    await client.chat.delete({ channel: r.channelId, ts: thread_ts });
    expect(await read(thread_ts)).toEqual(["This message was deleted.", "one", "two"]);
    await expect(client.conversations.replies({ channel: r.channelId, ts: "1.000000" })).rejects.toThrow(
      "thread_not_found",
    );
  });

  test("needs the scope of the channel's kind and membership", async () => {
    await using r = await rig({ app: { scopes: ["channels:history", "chat:write"] } });
    const client = plainClient(r.slack);
    const { channelId } = r.slack.addChannel({
      teamId: r.teamId,
      name: "staff",
      private: true,
      withApp: true,
    });
    const { channelId: other } = r.slack.addChannel({ teamId: r.teamId, name: "other" });
    await expect(client.conversations.history({ channel: channelId })).rejects.toThrow("missing_scope");
    await expect(client.conversations.history({ channel: other })).rejects.toThrow("not_in_channel");
  });

  test("is empty while the no-history fault is on", async () => {
    await using r = await rig();
    r.ana.type(r.channelId, "there");
    r.slack.faults.add("slack-no-history");
    const client = plainClient(r.slack);
    expect((await client.conversations.history({ channel: r.channelId })).messages).toEqual([]);
    const { messages } = await client.conversations.history({ channel: r.channelId });
    expect(written(messages).map(({ text }) => text)).toEqual(["there"]);
    // Whoever may read the history of a channel finds at least the app's own joining there.
    expect(messages?.some(({ subtype }) => subtype === "channel_join")).toBe(true);
  });
});
