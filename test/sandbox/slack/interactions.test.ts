import type { BlockAction } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { buttons, plainClient, type Rig, rig, section, socketApp, until } from "./rig.ts";

const options = ["Sleep", "Skin"].map((text) => ({
  text: { type: "plain_text" as const, text },
  value: text.toLowerCase(),
}));

async function listening(r: Rig) {
  const told: BlockAction[] = [];
  const app = await socketApp(r, (bolt) => {
    bolt.action(/./, async ({ ack, body, respond }) => {
      await ack();
      if (body.type !== "block_actions") return;
      told.push(body);
      if (body.actions[0]?.action_id === "reply") await respond({ text: "only for you" });
    });
  });
  return { told, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

describe("using what is in a message", () => {
  test("a press carries the message, the place and a trigger", async () => {
    await using r = await rig();
    await using app = await listening(r);
    const metadata = { event_type: "relay", event_payload: { k: "k1" } };
    const blocks = [section("card"), buttons("Claim")];
    const { ts } = await plainClient(r.slack).chat.postMessage({
      channel: r.channelId,
      text: "card",
      blocks,
      metadata,
    });
    await r.ana.press("Claim");
    expect(app.told[0]).toMatchObject({
      type: "block_actions",
      user: { id: r.ana.id, username: "ana", team_id: r.teamId },
      container: { type: "message", message_ts: ts, channel_id: r.channelId, is_ephemeral: false },
      channel: { id: r.channelId, name: "intake" },
      team: { id: r.teamId, domain: "harbour-clinic" },
      message: { ts, metadata, bot_id: expect.stringMatching(/^B/) },
      actions: [
        {
          type: "button",
          action_id: "claim",
          value: "value of Claim",
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
    });
  });

  test("choices are told by value, kept in the message's state, and shown", async () => {
    await using r = await rig();
    await using app = await listening(r);
    const text = (value: string) => ({ type: "plain_text" as const, text: value });
    const blocks = [
      {
        type: "section" as const,
        block_id: "topic",
        text: text("Topic"),
        accessory: {
          type: "static_select" as const,
          action_id: "pick",
          placeholder: text("Pick one"),
          options,
        },
      },
      {
        type: "actions" as const,
        elements: [
          { type: "radio_buttons" as const, action_id: "radio", options },
          { type: "overflow" as const, action_id: "more", options },
        ],
      },
      buttons("Go"),
    ];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    expect(r.ana.screen()[0]?.messages[0]?.text).toBe(
      "Topic\nPick one: ____ (Sleep | Skin)\nradio: ____ (Sleep | Skin)\n[… Sleep | Skin]\n[Go]",
    );
    await r.ana.choose("Pick one", "Skin");
    await r.ana.choose("radio", "Sleep");
    await r.ana.choose("…", "Sleep");
    await r.ana.press("Go");
    expect(app.told.map((one) => one.actions[0])).toMatchObject([
      { type: "static_select", selected_option: { value: "skin" } },
      { type: "radio_buttons", selected_option: { value: "sleep" } },
      { type: "overflow", selected_option: { value: "sleep" } },
      { type: "button" },
    ]);
    expect(app.told[3]?.state?.values.topic).toMatchObject({ pick: { selected_option: { value: "skin" } } });
    expect(r.ana.screen()[0]?.messages[0]?.text).toContain("Pick one: Skin (Sleep | Skin)");
    await expect(r.ana.choose("Pick one", "Heart")).rejects.toThrow("offers Sleep, Skin");
  });

  test("a question before a press can be declined", async () => {
    await using r = await rig();
    await using app = await listening(r);
    const text = (value: string) => ({ type: "plain_text" as const, text: value });
    const confirm = { title: text("Sure?"), text: text("It goes"), confirm: text("Yes"), deny: text("No") };
    const element = { type: "button" as const, action_id: "drop", text: text("Drop"), confirm };
    const blocks = [{ type: "actions" as const, elements: [element] }, buttons("Keep")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    await r.ana.press("Drop", { decline: true });
    expect(app.told).toEqual([]);
    await r.ana.press("Drop");
    expect(app.told).toHaveLength(1);
    await expect(r.ana.press("Keep", { decline: true })).rejects.toThrow("asks for no confirmation");
  });

  test("the newest card is meant unless another is named", async () => {
    await using r = await rig();
    await using app = await listening(r);
    const post = (name: string) =>
      plainClient(r.slack).chat.postMessage({
        channel: r.channelId,
        text: name,
        blocks: [section(name), buttons("Claim")],
      });
    const [first, second] = [await post("first"), await post("second")];
    await r.ana.press("Claim");
    await r.ana.press("Claim", { containing: "first" });
    await r.ana.press("Claim", { in: first.ts ?? "" });
    expect(app.told.map((one) => one.message?.ts)).toEqual([second.ts, first.ts, first.ts]);
  });

  test("nobody presses in a private channel they are not in, or in a public one before joining", async () => {
    await using r = await rig();
    await using app = await listening(r);
    const ben = r.slack.addPerson({ teamId: r.teamId, name: "ben", displayName: "Ben" });
    const blocks = [section("card"), buttons("Claim")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    expect(r.seen[0]?.viewers).toEqual([r.ana.id, ben.id]);
    await expect(ben.press("Claim")).rejects.toThrow('Ben sees no "Claim"');
    expect(() => ben.type(r.channelId, "hi")).toThrow("join first");
    ben.join(r.channelId);
    await ben.press("Claim");
    expect(app.told[0]?.user.id).toBe(ben.id);
    const { channelId } = r.slack.addChannel({
      teamId: r.teamId,
      name: "staff",
      private: true,
      members: [r.ana.id],
    });
    expect(() => ben.join(channelId)).toThrow("cannot see");
    expect(ben.screen().map((place) => place.channel)).toEqual(["intake"]);
  });

  test("a guest sees only channels they are in", async () => {
    await using r = await rig();
    const gus = r.slack.addPerson({ teamId: r.teamId, name: "gus", restricted: true });
    expect(gus.screen()).toEqual([]);
    r.slack.join(r.channelId, gus.id);
    expect(gus.screen().map((place) => place.channel)).toEqual(["intake"]);
  });
});

describe("no answer from the app", () => {
  test("fails for the person after the window", async () => {
    await using r = await rig({ speed: 20 });
    await using _app = await socketApp(r, () => {});
    const blocks = [section("card"), buttons("Claim")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    await expect(r.ana.press("Claim")).rejects.toMatchObject({
      name: "InteractionFailed",
      message: "Curbside did not respond (timeout)",
    });
  });

  test("fails at once with no connection", async () => {
    await using r = await rig();
    const blocks = [section("card"), buttons("Claim")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    await expect(r.ana.press("Claim")).rejects.toThrow("did not respond (connection_failed)");
  });
});

describe("commands and shortcuts", () => {
  test("a slash command answers privately or in the channel", async () => {
    await using r = await rig({ app: { commands: ["/curbside"] } });
    await using _app = await socketApp(r, (bolt) => {
      bolt.command("/curbside", async ({ ack, command }) => {
        if (command.text === "loud") await ack({ response_type: "in_channel", text: "all hear" });
        else await ack(command.text === "quiet" ? "" : `you said ${command.text} in ${command.channel_name}`);
      });
    });
    await r.ana.command("/curbside", "hello", r.channelId);
    await r.ana.command("/curbside", "loud", r.channelId);
    await r.ana.command("/curbside", "quiet", r.channelId);
    expect(r.seen.map((one) => [one.place, one.text])).toEqual([
      ["private", "you said hello in intake"],
      ["channel", "all hear"],
    ]);
    await expect(r.ana.command("/other", "", r.channelId)).rejects.toThrow("/other is not a valid command");
  });

  test("shortcuts reach the app with their trigger", async () => {
    const shortcuts = [
      { name: "Ask about this", callbackId: "ask", type: "message" as const },
      { name: "New note", callbackId: "note", type: "global" as const },
    ];
    await using r = await rig({ app: { shortcuts } });
    const told: string[] = [];
    await using _app = await socketApp(r, (bolt) => {
      bolt.shortcut({ callback_id: "ask", type: "message_action" }, async ({ ack, shortcut }) => {
        await ack();
        told.push(`${shortcut.callback_id} ${"message_ts" in shortcut ? shortcut.message_ts : ""}`);
      });
      bolt.shortcut({ callback_id: "note", type: "shortcut" }, async ({ ack, shortcut }) => {
        await ack();
        told.push(shortcut.callback_id);
      });
    });
    const ts = r.ana.type(r.channelId, "hello");
    await r.ana.messageShortcut("Ask about this", r.channelId, ts);
    await r.ana.globalShortcut("New note");
    expect(told).toEqual([`ask ${ts}`, "note"]);
    await expect(r.ana.globalShortcut("Ask about this")).rejects.toThrow("no global shortcut");
    await expect(r.ana.messageShortcut("Ask about this", r.channelId, "1.000000")).rejects.toThrow("sees no");
  });
});

test("a shortcut is in nobody's menu without the scope for it", async () => {
  const shortcuts = [{ name: "Ask about this", callbackId: "ask", type: "message" as const }];
  await using r = await rig({ app: { shortcuts, scopes: ["chat:write"] } });
  const ts = r.ana.type(r.channelId, "hello");
  await expect(r.ana.messageShortcut("Ask about this", r.channelId, ts)).rejects.toThrow(
    "no message shortcut",
  );
});

describe("response_url", () => {
  async function addressOf(r: Rig): Promise<{ url: string; ts: string } & AsyncDisposable> {
    const app = await listening(r);
    const blocks = [section("card"), buttons("Claim")];
    const { ts } = await plainClient(r.slack).chat.postMessage({
      channel: r.channelId,
      text: "card",
      blocks,
    });
    await r.ana.press("Claim");
    return {
      url: app.told[0]?.response_url ?? "",
      ts: ts ?? "",
      [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
    };
  }

  const post = async (url: string, body: object) =>
    (await fetch(url, { method: "POST", body: JSON.stringify(body) })).status;

  test("answers privately through Bolt's respond", async () => {
    await using r = await rig();
    await using _app = await listening(r);
    const blocks = [section("card"), buttons("Reply")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    await r.ana.press("Reply");
    await until(() => r.seen.length === 2);
    expect(r.seen[1]).toMatchObject({ place: "private", text: "only for you", viewers: [r.ana.id] });
  });

  test("replaces and deletes the original, also a private one", async () => {
    await using r = await rig();
    await using at = await addressOf(r);
    expect(await post(at.url, { replace_original: true, text: "new" })).toBe(200);
    expect(r.slack.messages(r.channelId)[0]).toMatchObject({ text: "new", ts: at.ts });
    expect(r.seen.at(-1)).toMatchObject({ kind: "edited", ref: at.ts, text: "new" });
    expect(await post(at.url, { response_type: "in_channel", text: "all" })).toBe(200);
    expect(await post(at.url, { delete_original: true })).toBe(200);
    expect(r.seen.at(-1)).toMatchObject({ kind: "removed", ref: at.ts });
    expect(await post(at.url, { delete_original: true })).toBe(404);
  });

  test("works five times, for thirty minutes, and only with a message", async () => {
    await using r = await rig();
    await using at = await addressOf(r);
    expect(await post(`${at.url}x`, { text: "x" })).toBe(404);
    expect(await post(at.url, {})).toBe(400);
    expect(await post(at.url, { text: "x", blocks: [{ type: "nope" }] })).toBe(400);
    for (let use = 0; use < 5; use += 1) expect(await post(at.url, { text: "x" })).toBe(200);
    expect(await post(at.url, { text: "x" })).toBe(404);
    await using again = await addressOf(r);
    r.clock.advance(30 * 60_000);
    expect(await post(again.url, { text: "x" })).toBe(404);
  });
});
